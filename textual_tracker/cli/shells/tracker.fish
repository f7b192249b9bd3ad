# Completion of `tracker` for fish. Write it where fish looks for it:
#   tracker completion fish > ~/.config/fish/completions/tracker.fish

function __tracker_complete
    set -l typed (commandline -opc)
    set -l current (commandline -ct)
    set -l program tracker
    string match -q '*/*' -- $typed[1]; and set program $typed[1]
    set -l answer (command $program --complete fish -- $typed[2..-1] "$current" 2>/dev/null)
    switch "$answer[1]"
        case ':files'
            __fish_complete_path "$current"
        case ':folders'
            __fish_complete_directories "$current"
        case '*'
            printf '%s\n' $answer
    end
end

complete --command tracker --no-files --arguments '(__tracker_complete)'
