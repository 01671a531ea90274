# The same figures with data.table: Rscript bench/peers/data-table.R FILE LABELS
suppressPackageStartupMessages(library(data.table))

given <- commandArgs(trailingOnly = TRUE)
standards <- c("assessment", "planning", "delivery", "reviewing")
questions <- c("desistance", "child_safety", "others_safety")
answers <- as.vector(t(outer(standards, questions, paste, sep = "_")))
court <- c("First-tier", "Community", "Custody")
without_work <- c("Absolute discharge", "Conditional discharge", "Discharge", "Fine", "Compensation")
labels <- fread(given[2], colClasses = "character")
invisible(Sys.setlocale("LC_TIME", "C"))

# Each distinct cell is read once.
by_distinct <- function(cells, read) {
  distinct <- unique(cells)
  read(distinct)[match(cells, distinct)]
}

# Cells are trimmed with a pattern, which is slow, so only those are that begin or end with a space.
trimmed <- function(cells) {
  is_padded <- startsWith(cells, " ") | endsWith(cells, " ")
  if (any(is_padded)) cells[is_padded] <- trimws(cells[is_padded])
  cells
}

read_label <- function(column_name) function(cells) {
  known <- labels[column == column_name]
  known$label[match(tolower(trimws(cells)), known$word)]
}

# strptime ignores what follows the format, so the whole cell must look like it.
read_days <- function(cells) {
  cells <- sub("[ T][0-9]{1,2}:[0-9]{2}(:[0-9]{2})?$", "", trimws(cells))
  forms <- c("%Y-%m-%d" = "^\\d{4}-\\d{1,2}-\\d{1,2}$", "%Y/%m/%d" = "^\\d{4}/\\d{1,2}/\\d{1,2}$",
    "%d/%m/%Y" = "^\\d{1,2}/\\d{1,2}/\\d{4}$", "%d-%m-%Y" = "^\\d{1,2}-\\d{1,2}-\\d{4}$",
    "%d.%m.%Y" = "^\\d{1,2}\\.\\d{1,2}\\.\\d{4}$", "%d %b %Y" = "^\\d{1,2} [A-Za-z]+ \\d{4}$")
  days <- rep(as.IDate(NA), length(cells))
  for (form in names(forms)) {
    fits <- grepl(forms[[form]], cells, perl = TRUE)
    if (any(fits)) days[fits] <- as.IDate(cells[fits], format = form)
  }
  days[!is.na(days) & (days < as.IDate("1990-01-01") | days > as.IDate("2100-12-31"))] <- NA
  days
}

read_ages <- function(cells) {
  ages <- suppressWarnings(as.integer(cells))
  ages[!is.na(ages) & (ages < 10L | ages > 25L)] <- NA
  ages
}

read_answers <- function(cells) {
  words <- tolower(trimws(cells))
  fifelse(words %chin% c("yes", "y", "1", "true"), 1L,
    fifelse(words %chin% c("no", "n", "0", "false"), 2L, NA_integer_))
}

rows <- fread(given[1], colClasses = "character", na.strings = NULL, sep = ",", quote = "\"")
ids <- c("case_id", "child_id", "worker_id", "team")
for (name in ids) set(rows, j = name, value = trimmed(rows[[name]]))
for (name in c("ethnicity", "sex", "disposal")) set(rows, j = name, value = by_distinct(rows[[name]], read_label(name)))
for (name in c("start_date", "end_date", "audit_date")) set(rows, j = name, value = by_distinct(rows[[name]], read_days))
for (name in answers) set(rows, j = name, value = by_distinct(rows[[name]], read_answers))
rows[, age := by_distinct(age, read_ages)]
rows[, residence := tolower(trimws(residence)) == "other"]
setnames(rows, "residence", "is_hosted")

# Of the rows of one case the latest is kept, then the greatest; the same row again is a duplicate.
good <- rows[case_id != "" & child_id != ""]
is_repeated <- good$case_id %chin% good$case_id[duplicated(good$case_id)]
different <- unique(good[is_repeated])
setorderv(different, c("start_date", setdiff(names(rows), "start_date")), order = -1L, na.last = TRUE)
used <- rbind(good[!is_repeated], unique(different, by = "case_id"))
duplicates <- sum(is_repeated) - nrow(different)

as_at <- max(used$start_date, na.rm = TRUE)
open_cases <- used[!is.na(start_date) & start_date <= as_at & (is.na(end_date) | end_date > as_at)]
at_home <- open_cases[is_hosted == FALSE]
children <- unique(at_home$child_id)

# The value that speaks for a child: of its latest row that knows one; of the same day, the smallest case_id.
speaking <- function(name) {
  known <- used[!is.na(used[[name]]), c("child_id", "case_id", "start_date", name), with = FALSE]
  is_several <- known$child_id %chin% known$child_id[duplicated(known$child_id)]
  latest <- known[is_several]
  setorder(latest, -start_date, case_id, na.last = TRUE)
  known <- rbind(known[!is_several], unique(latest, by = "child_id"))
  known[[name]][chmatch(children, known$child_id)]
}

counted <- function(values, missing) {
  counts <- table(fifelse(is.na(values), missing, as.character(values)))
  as.list(setNames(as.integer(counts), names(counts)))
}

grouped <- function(values, column_name, missing) {
  known <- labels[column == column_name]
  counted(known$grp[match(values, known$label)], missing)
}

ages <- speaking("age")
years <- fifelse(ages >= 18L, "18 and over", as.character(ages))
bands <- fifelse(ages >= 18L, "18 and over", fifelse(ages >= 15L, "15-17", "10-14"))
ethnicity <- speaking("ethnicity")

work <- open_cases[, .(child_id, worker_id, worker = fifelse(worker_id == "", "Unallocated", worker_id),
  team = fifelse(team == "", "Not known", team))]
pairs <- work[, .N, by = .(worker, team)]
setorder(pairs, -N, team)
main <- unique(pairs, by = "worker")
workers <- work[, .(cases = .N, children = uniqueN(child_id)), by = worker]
workers[, team := main$team[match(worker, main$worker)]]
teams <- work[, .(workers = uniqueN(worker_id[worker_id != ""]), cases = .N, children = uniqueN(child_id)), by = team]
held <- sort(workers[worker != "Unallocated"]$cases)
n <- length(held)
quartiles <- quantile(held, c(0.25, 0.5, 0.75), names = FALSE, type = 7)

is_court <- used$disposal %chin% labels[column == "disposal" & grp %chin% court]$label
is_judged <- rowSums(!is.na(used[, answers, with = FALSE])) > 0
judged <- used[is_court & (is_judged | !(disposal %chin% without_work))]
quality <- list(n = nrow(judged), judged_cases = sum(rowSums(!is.na(judged[, answers, with = FALSE])) > 0))
for (name in answers) {
  quality[[paste0(name, "_judged")]] <- sum(!is.na(judged[[name]]))
  quality[[paste0(name, "_sufficient")]] <- sum(judged[[name]] == 1L, na.rm = TRUE)
}

# JSON by hand, so that nothing but data.table need be installed.
as_json <- function(value) {
  if (inherits(value, "json")) return(unclass(value))
  if (is.list(value)) {
    return(paste0("{", paste0(encodeString(names(value), quote = "\""), ":", vapply(value, as_json, ""), collapse = ","), "}"))
  }
  if (is.character(value)) encodeString(value, quote = "\"") else format(value, digits = 17, scientific = FALSE)
}
# A table as JSON, an object for each row under its key; pasted as whole columns.
keyed <- function(table, key) {
  fields <- lapply(setdiff(names(table), key), function(name) {
    cells <- table[[name]]
    paste0("\"", name, "\":", if (is.character(cells)) encodeString(cells, quote = "\"") else cells)
  })
  rows <- paste0(encodeString(table[[key]], quote = "\""), ":{", do.call(paste, c(fields, sep = ",")), "}")
  structure(paste0("{", paste0(rows, collapse = ","), "}"), class = "json")
}

cat(as_json(list(
  rows = list(read = nrow(rows), used = nrow(used), duplicates = duplicates,
    rejected = nrow(rows) - nrow(used) - duplicates),
  asAt = format(as_at),
  ethnicity = list(groups = grouped(ethnicity, "ethnicity", "Not known"), categories = counted(ethnicity, "Not known")),
  sex = counted(speaking("sex"), "Not known"),
  age = list(years = counted(years, "Not known"), bands = counted(bands[!is.na(bands)], "")),
  disposal = list(groups = grouped(at_home$disposal, "disposal", "Not mapped"),
    disposals = counted(at_home$disposal, "Not mapped")),
  workload = list(cases = nrow(work),
    spread = list(workers = n, mean = mean(held), median = quartiles[2], lower_quartile = quartiles[1],
      upper_quartile = quartiles[3], maximum = held[n],
      gini = sum((2 * seq_len(n) - n - 1) * as.numeric(held)) / (n * sum(as.numeric(held)))),
    teams = keyed(teams, "team"), workers = keyed(workers, "worker")),
  quality = quality
)))
