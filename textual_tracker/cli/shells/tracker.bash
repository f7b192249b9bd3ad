# Completion of `tracker` for bash. Put this line into ~/.bashrc:
#   eval "$(tracker completion bash)"

_tracker() {
    local program=tracker line IFS=$'\n'
    [[ $1 == */* ]] && program=${1/#\~/$HOME}
    local answer
    answer=$("$program" --complete bash "$COMP_WORDBREAKS" "${COMP_LINE:0:COMP_POINT}" 2>/dev/null)
    COMPREPLY=()
    case $answer in
        :files) _tracker_paths -f ;;
        :folders) _tracker_paths -d ;;
        *)
            while read -r line; do
                [[ -n $line ]] && COMPREPLY+=("$line")
            done <<<"$answer"
            ;;
    esac
}

# Paths are completed by bash itself: a slash after a folder, and quotes where they are needed.
_tracker_paths() {
    compopt -o filenames +o nospace 2>/dev/null
    local path word=${COMP_WORDS[COMP_CWORD]}
    [[ $word == "=" ]] && word=
    while read -r path; do
        [[ -n $path ]] && COMPREPLY+=("$path")
    done < <(compgen "$1" -- "$word")
}

complete -o nospace -F _tracker tracker
