package org.warmplan.history.index;

import java.util.regex.Pattern;
import org.jdbi.v3.core.statement.ParsedSql;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Our statements as they stand: a question mark is a parameter wherever it is. JDBI's own parser goes over the text with a
 * grammar, which takes longer than the database does for hundreds of ids.
 */
final class PlainSql implements SqlParser {
    private static final Pattern MARK = Pattern.compile("\\?");

    @Override
    public ParsedSql parse(String sql, StatementContext context) {
        String[] pieces = MARK.split(sql, -1);
        ParsedSql.Builder parsed = ParsedSql.builder().append(pieces[0]);
        for (int i = 1; i < pieces.length; i++) {
            parsed.appendPositionalParameter().append(pieces[i]);
        }
        return parsed.build();
    }

    @Override
    public String nameParameter(String rawName, StatementContext context) {
        throw new UnsupportedOperationException("Parameters have no names here: " + rawName);
    }
}
