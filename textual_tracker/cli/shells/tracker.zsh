#compdef tracker
# Completion of `tracker` for zsh. Put this line into ~/.zshrc, below compinit:
#   eval "$(tracker completion zsh)"

_tracker() {
    local -a lines typed values shown open_values open_shown
    local line value about program=tracker
    [[ ${words[1]} == */* ]] && program=${~words[1]}
    typed=("${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}")
    lines=("${(@f)$($program --complete zsh -- "${typed[@]}" 2>/dev/null)}")
    case ${lines[1]} in
        :files) _files; return ;;
        :folders) _files -/; return ;;
    esac
    for line in "${lines[@]}"; do
        value=${line%%$'\t'*} about=${line#*$'\t'}
        [[ -n $value ]] || continue
        [[ -n $about ]] && about="$value  -- $about" || about=$value
        if [[ $value == *[:=] ]]; then
            open_values+=("$value") open_shown+=("$about")
        else
            values+=("$value") shown+=("$about")
        fi
    done
    compadd -V tracker -l -d shown -a values
    compadd -V tracker-open -l -S '' -d open_shown -a open_values
}

if [[ ${funcstack[1]} == _tracker ]]; then
    _tracker "$@"
else
    compdef _tracker tracker
fi
