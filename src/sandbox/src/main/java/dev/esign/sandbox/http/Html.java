package dev.esign.sandbox.http;

/** Small pages without scripts. */
public final class Html {

    private Html() {
    }

    /** Makes a text safe between tags and inside quoted attributes. */
    public static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /**
     * Wraps a body into a whole page.
     *
     * @param title plain text
     * @param body HTML
     */
    public static String page(String title, String body) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%1$s</title>
                <style>
                body { font-family: sans-serif; line-height: 1.5; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
                table { border-collapse: collapse; margin: 1rem 0 }
                caption { text-align: left; font-weight: bold }
                th, td { border: 1px solid; padding: .25rem .5rem; text-align: left }
                </style>
                </head>
                <body>
                <main>
                <h1>%1$s</h1>
                %2$s
                </main>
                </body>
                </html>
                """.formatted(escape(title), body);
    }
}
