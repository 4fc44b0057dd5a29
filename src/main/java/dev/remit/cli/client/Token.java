package dev.remit.cli.client;

/** Who the caller is. Never an option: others can list the arguments of a process. */
public final class Token {

    public static final String VARIABLE = "REMIT_TOKEN";

    private Token() {}

    /**
     * @param variable what the environment says; null if it says nothing
     * @return null if there is none
     * @throws IllegalArgumentException with a sentence for the user, which does not show it
     */
    public static String of(String variable) {
        if (variable == null || variable.isBlank()) {
            return null;
        }
        String token = variable.strip();
        if (token.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw new IllegalArgumentException(
                    VARIABLE
                            + " is not a token, because there are spaces or other characters in it that none has");
        }
        return token;
    }
}
