package org.warmplan.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmplan.worker.AiModelsTexts.file;
import static org.warmplan.worker.AiModelsTexts.image;
import static org.warmplan.worker.AiModelsTexts.lines;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.warmplan.domain.Workload;
import org.warmplan.fleet.Flag;

final class DraftFlagsTest {
    private static final Workload ONE = Workload.find("text-to-image/acme/one").orElseThrow();

    private static Wanted one(Flag flag, boolean on) {
        return Wanted.unpriced(ONE).withFlags(new TreeMap<>(Map.of(flag, on)));
    }

    private static String warm(String current, Wanted wanted) {
        AiModelsFile file = current.isEmpty() ? AiModelsFile.none("aiModels.json") : file(image("one", current));
        return lines(AiModelsDraft.of(file, List.of(wanted), List.of(), Set.of())
                        .file())
                .get(0);
    }

    @Test
    void setsAFlagOnANewEntry() {
        assertThat(warm("", one(Flag.SFAST, true))).endsWith("'warm':true,'optimization_flags':{'SFAST':true}");
    }

    @Test
    void setsAFlagBesideOthers() {
        assertThat(warm(",'warm':true,'optimization_flags':{'X':'1','SFAST':'no'},'y':2", one(Flag.SFAST, true)))
                .endsWith("'optimization_flags':{'X':'1','SFAST':true},'y':2");
    }

    @Test
    void leavesTheSpellingOfAFlagThatIsSet() {
        String flags = "'Optimization_Flags':{'SFAST':true,'Z':'2'}";

        assertThat(warm(",'warm':true," + flags, one(Flag.SFAST, true))).endsWith(flags);
    }

    @Test
    void takesAFlagAwayAndTheEmptyFieldWithIt() {
        assertThat(warm(",'warm':true,'optimization_flags':{'SFAST':true}", one(Flag.SFAST, false)))
                .endsWith("'warm':true");
        assertThat(warm(",'warm':true,'optimization_flags':{'A':'1','SFAST':true}", one(Flag.SFAST, false)))
                .endsWith("'optimization_flags':{'A':'1'}");
    }

    @Test
    void setsNoFlagOnAColdEntryButTakesOneAway() {
        AiModelsFile current = file(image("one", ",'warm':false,'optimization_flags':{'SFAST':true}"));
        AiModelsDraft on = AiModelsDraft.of(current, List.of(), List.of(one(Flag.DEEPCACHE, true)), Set.of());
        AiModelsDraft off = AiModelsDraft.of(current, List.of(), List.of(one(Flag.SFAST, false)), Set.of());

        assertThat(on.file().write()).isEqualTo(current.write());
        assertThat(lines(off.file()).get(0)).endsWith("'warm':false");
    }
}
