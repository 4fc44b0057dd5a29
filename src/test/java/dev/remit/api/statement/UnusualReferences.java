package dev.remit.api.statement;

import java.util.List;

/** What callers may write beside a transfer, and what forms may stumble over. */
final class UnusualReferences {

    static final List<String> ALL =
            List.of(
                    "=1+1",
                    "+1",
                    "-1",
                    "@SUM(A1)",
                    "\t=cmd|' /C calc'!A0",
                    "'",
                    "\"",
                    "\"\"",
                    "a,b;c\td",
                    "one line\nand another",
                    "one line\r\nand another",
                    "\rreturn",
                    " blanks ",
                    "\n",
                    "&<>]]>",
                    "&amp; <!-- --> <![CDATA[",
                    "é ß 漢字 😀 👩‍👩‍👧",
                    "\u202Eright to left",
                    "\uFEFFmark",
                    "\u0001\u0008\u000B\u001F\u007F\u0085",
                    "\uFFFE\uFFFF",
                    "null",
                    "#N/A",
                    "😀".repeat(127),
                    "x".repeat(255));

    private UnusualReferences() {}
}
