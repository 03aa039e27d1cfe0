package org.warmplan.cli;

import picocli.CommandLine.Help.Ansi.Style;

/** What a colour says. */
enum Tone {
    HEADLINE(Style.bold),
    GAIN(Style.fg_green),
    CARE(Style.fg_yellow),
    FAILURE(Style.fg_red);

    private final Style style;

    Tone(Style style) {
        this.style = style;
    }

    /** The text between escape codes. It is never read as markup, whatever is in it. */
    String of(String text) {
        return style.on() + text + Style.reset.on();
    }
}
