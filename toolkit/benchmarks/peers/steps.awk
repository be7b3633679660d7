# The three steps for ASCII text, unsorted and without a header: mawk -F '\t' -f steps.awk NAMES.tsv LOG...
# NAMES.tsv: each name, normalised, and its breed.

FILENAME == ARGV[1] {
  breed[$1] = $2
  words = split($1, word, " ")
  if (words > most) most = words
  next
}

# Cheap and lets too much through; the gate itself follows.
!/[Dd][Oo][Gg]|[Pp][Uu][Pp][Pp]/ || NF != 3 || length($1) > 255 || $1 !~ /^[!-~]+$/ ||
  $3 !~ /^[0-9]+$/ || length($3) > 15 || $3 == 0 { next }

{
  query = tolower($2) " "
  while (match(query, /[a-z0-9]'s[^a-z0-9]/)) query = substr(query, 1, RSTART) substr(query, RSTART + 3)
  gsub(/[^a-z0-9]+/, " ", query)
  if ((" " query) !~ / (dogs?|puppy|puppies) /) next
  words = split(query, word, " ")
  for (first = 1; first <= words; first = last + 1) {
    phrase = found = ""
    last = first
    for (i = first; i <= words && i < first + most; i++) {
      phrase = phrase (i > first ? " " : "") word[i]
      if (phrase in breed) { found = breed[phrase]; last = i }
    }
    if (found != "" && seen[found] != NR) {
      seen[found] = NR
      pair = found "," $1
      clicks[pair] += $3
      if (!((pair, query) in asked)) { asked[pair, query]; queries[pair]++ }
    }
  }
}

END { for (pair in clicks) printf "%s,%d,%d\n", pair, clicks[pair], queries[pair] }
