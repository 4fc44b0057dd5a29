package dev.remit.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code completion}: has a shell complete the program's commands and options. */
@Command(
        name = "completion",
        description = {
            "Prints a script that has a shell complete the commands and options of remit.",
            "For this shell: source <(remit completion bash). For all to come: put that line into ~/.bashrc; in zsh, with zsh instead of bash, into ~/.zshrc."
        })
final class CompletionCommand implements Callable<Integer> {

    private enum Shell {
        bash,
        zsh
    }

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "shell", description = "bash or zsh")
    private Shell shell;

    /** One script is for both: it finds out itself in which of them it is. */
    @Override
    public Integer call() {
        spec.commandLine().getOut().print(AutoComplete.bash("remit", spec.root().commandLine()));
        spec.commandLine().getOut().flush();
        return 0;
    }
}
