/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads the dates that people type: 17 May 2010; 17/5/2010, day first; spring 2009; late May 2010; about 2010;
 * between 3 May and 1 June 2009; 17 May 2010, 2.30 pm. English is always understood, and the person's own language. */
#include "config.h"

#include "model/base/tl-date-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/base/tl-error.h"

#define MAX_TOKENS 32

typedef enum {
  TOKEN_NUMBER,
  TOKEN_WORD,
  TOKEN_MARK,
} TokenType;

typedef struct {
  TokenType type;
  guint     number;
  guint     n_digits;
  gunichar  mark;
  char     *word; /* casefolded, without full stops */
} Token;

typedef enum {
  THIRD_NONE,
  THIRD_EARLY,
  THIRD_MID,
  THIRD_LATE,
} Third;

/* A moment of which parts may be left for the other end of "between" to give. */
typedef struct {
  guint year;
  guint month;
  guint day;
  int   minute;
  Third third;
} Parts;

typedef struct {
  const char *text; /* as typed, for what is said of it */
  Token       tokens[MAX_TOKENS];
  guint       n_tokens;
  guint       at;
  GError    **error;
} Reader;

/* Words: each list holds what means the same, with bars between. */

#define ABOUT N_("about|around|approximately|approx|roughly|circa|ca|c")
#define PERHAPS N_("perhaps|maybe|possibly|probably")
#define BETWEEN N_("between|from")
#define AND N_("and")
#define TO N_("to|until|till|or")
#define ONE_ENDED N_("before|after|since|by|until|till")
#define EARLY N_("early|beginning|start")
#define MID N_("mid|middle")
#define LATE N_("late|end")
#define FILLERS N_("of|in|on|at|the|st|nd|rd|th")
#define MORNING N_("am")
#define AFTERNOON N_("pm")

static const char *const seasons[] = { N_("spring"), N_("summer"), N_("autumn|fall"), N_("winter") };
static const char *const months[] = {
  "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
  "december",
};

static gboolean
list_has (const char *list,
          const char *word)
{
  gsize length = strlen (word);

  for (const char *at = list; at != NULL; at = strchr (at, '|'))
    {
      at += *at == '|';
      if (strncmp (at, word, length) == 0 && (at[length] == '|' || at[length] == '\0'))
        return TRUE;
    }
  return FALSE;
}

static gboolean
word_is (const char *word,
         const char *list)
{
  return list_has (list, word) || list_has (_(list), word);
}

/* At least the three letters that tell the months apart. */
static gboolean
word_is_month (const char *word,
               guint       month)
{
  static const char *const formats[] = { "%B", "%OB", "%b", "%Ob" };
  g_autoptr (GDateTime) time = g_date_time_new_utc (2000, (int) month, 1, 0, 0, 0);

  if (strlen (word) >= 3 && g_str_has_prefix (months[month - 1], word))
    return TRUE;
  if (month == 9 && strcmp (word, "sept") == 0)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *name = g_date_time_format (time, formats[i]);
      g_autofree char *folded = g_utf8_casefold (name, -1);

      g_strdelimit (folded, ".", '\0');
      if (strcmp (folded, word) == 0)
        return TRUE;
    }
  return FALSE;
}

/* The month or season that @word names, or 0. */
static guint
find_month (const char *word)
{
  for (guint i = 1; i <= 12; i++)
    if (word_is_month (word, i))
      return i;
  for (guint i = 0; i < G_N_ELEMENTS (seasons); i++)
    if (word_is (word, seasons[i]))
      return TL_DATE_SPRING + i;
  return 0;
}

static Third
find_third (const char *word)
{
  if (word_is (word, EARLY))
    return THIRD_EARLY;
  if (word_is (word, MID))
    return THIRD_MID;
  return word_is (word, LATE) ? THIRD_LATE : THIRD_NONE;
}

/* Tokens */

static const char *
split_number (const char *at,
              Token      *token)
{
  token->type = TOKEN_NUMBER;
  for (; g_ascii_isdigit (*at); at++)
    if (token->n_digits++ < 8)
      token->number = token->number * 10 + (guint) (*at - '0');
  return at;
}

/* A full stop in a word is part of an abbreviation: Sept., p.m. */
static const char *
split_word (const char *at,
            Token      *token)
{
  g_autoptr (GString) word = g_string_new (NULL);

  for (; g_unichar_isalpha (g_utf8_get_char (at)) || g_unichar_ismark (g_utf8_get_char (at)) || *at == '.';
       at = g_utf8_next_char (at))
    if (*at != '.')
      g_string_append_unichar (word, g_utf8_get_char (at));
  token->type = TOKEN_WORD;
  token->word = g_utf8_casefold (word->str, -1);
  return at;
}

static gboolean
split (Reader *reader)
{
  const char *at = reader->text;

  while (*at != '\0')
    {
      gunichar character = g_utf8_get_char (at);

      if (g_unichar_isspace (character))
        {
          at = g_utf8_next_char (at);
          continue;
        }
      if (reader->n_tokens == MAX_TOKENS)
        return FALSE;

      Token *token = &reader->tokens[reader->n_tokens++];

      if (g_ascii_isdigit (*at))
        at = split_number (at, token);
      else if (g_unichar_isalpha (character))
        at = split_word (at, token);
      else
        {
          token->type = TOKEN_MARK;
          token->mark = character == 0x2013 || character == 0x2014 ? '-' : character; /* dashes */
          at = g_utf8_next_char (at);
        }
    }
  return TRUE;
}

static const Token *
peek (Reader *reader,
      guint   ahead)
{
  return reader->at + ahead < reader->n_tokens ? &reader->tokens[reader->at + ahead] : NULL;
}

static gboolean
next_is_number (Reader *reader,
                guint   ahead)
{
  const Token *token = peek (reader, ahead);

  return token != NULL && token->type == TOKEN_NUMBER;
}

static gboolean
next_is_mark (Reader  *reader,
              guint    ahead,
              gunichar mark)
{
  const Token *token = peek (reader, ahead);

  return token != NULL && token->type == TOKEN_MARK && token->mark == mark;
}

static gboolean
next_is_word (Reader     *reader,
              guint       ahead,
              const char *list)
{
  const Token *token = peek (reader, ahead);

  return token != NULL && token->type == TOKEN_WORD && word_is (token->word, list);
}

static gboolean
take_word (Reader     *reader,
           const char *list)
{
  if (!next_is_word (reader, 0, list))
    return FALSE;
  reader->at++;
  return TRUE;
}

static gboolean
take_mark (Reader  *reader,
           gunichar mark)
{
  if (!next_is_mark (reader, 0, mark))
    return FALSE;
  reader->at++;
  return TRUE;
}


static gboolean
refuse_unreadable (Reader *reader)
{
  return tl_error_refuse (reader->error,
                          _("“%.60s” can’t be read as a date. Write it like 17 May 2010, May 2010, spring 2009 or "
                            "about 2010."), reader->text);
}

/* Parts */

static gboolean
set_parts (Parts       *parts,
           const Token *year,
           const Token *month,
           const Token *day)
{
  if (parts->year != 0 || parts->month != 0 || parts->day != 0)
    return FALSE;
  parts->year = year->number;
  parts->month = month->number;
  parts->day = day != NULL ? day->number : 0;
  return TRUE;
}

/* Three numbers with the same mark between, or a month and a year. */
static gboolean
read_numeric_date (Reader   *reader,
                   Parts    *parts,
                   gboolean *found)
{
  const Token *first = peek (reader, 0), *second = peek (reader, 2), *third = peek (reader, 4);
  const Token *mark = peek (reader, 1);
  gboolean joined = mark != NULL && mark->type == TOKEN_MARK
                    && (mark->mark == '/' || mark->mark == '.' || mark->mark == '-') && next_is_number (reader, 2);
  gboolean three = joined && next_is_mark (reader, 3, mark->mark) && next_is_number (reader, 4);
  gboolean two = joined && !three && first->n_digits <= 2 && second->n_digits == 4;

  *found = three || two;
  if (!*found)
    return TRUE;
  reader->at += three ? 5 : 3;

  if (two)
    return (second->number != 0 && first->number >= 1 && first->number <= 12 && set_parts (parts, second, first, NULL))
           || refuse_unreadable (reader);
  if (first->n_digits == 4)
    return set_parts (parts, first, second, third) || refuse_unreadable (reader);
  if (third->n_digits != 4)
    return tl_error_refuse (reader->error, _("Write the year of “%.60s” with four digits."), reader->text);
  if (second->number == 0 || second->number > 12)
    return tl_error_refuse (reader->error, _("“%.60s” has no month %u: the day stands before the month."), reader->text,
                            second->number);
  return set_parts (parts, third, second, first) || refuse_unreadable (reader);
}

/* 14:30, 14.30, 2.30 pm, 2 pm. */
static gboolean
read_time (Reader   *reader,
           Parts    *parts,
           gboolean *found)
{
  const Token *hours = peek (reader, 0), *minutes = peek (reader, 2);
  gboolean parted = (next_is_mark (reader, 1, ':') || next_is_mark (reader, 1, '.')) && next_is_number (reader, 2)
                    && minutes->n_digits == 2;
  guint length = parted ? 3 : 1;
  gboolean morning = next_is_word (reader, length, MORNING), afternoon = next_is_word (reader, length, AFTERNOON);
  guint hour = hours->number, minute = parted ? minutes->number : 0;

  *found = parts->minute == TL_DATE_NO_MINUTE && (parted || morning || afternoon);
  if (!*found)
    return TRUE;
  reader->at += length + (morning || afternoon);

  if (minute > 59 || hour > 23 || ((morning || afternoon) && (hour == 0 || hour > 12)))
    return tl_error_refuse (reader->error, _("“%.60s” has a time of day that does not exist."), reader->text);
  if (morning || afternoon)
    hour = hour % 12 + (afternoon ? 12 : 0);
  parts->minute = (int) (hour * 60 + minute);
  return TRUE;
}

/* A number alone: four digits are a year, one or two a day. */
static gboolean
read_number (Reader   *reader,
             Parts    *parts,
             gboolean *found)
{
  const Token *token = peek (reader, 0);

  if (!read_numeric_date (reader, parts, found) || (!*found && !read_time (reader, parts, found)))
    return FALSE;
  if (*found)
    return TRUE;

  if (token->n_digits == 4 && parts->year == 0)
    parts->year = token->number;
  else if (token->n_digits <= 2 && token->number != 0 && parts->day == 0)
    parts->day = token->number;
  else
    return refuse_unreadable (reader);
  reader->at++;
  *found = TRUE;
  return TRUE;
}

static gboolean
read_word (Reader *reader,
           Parts  *parts)
{
  const char *word = peek (reader, 0)->word;
  guint month = parts->month == 0 ? find_month (word) : 0;
  Third third = parts->third == THIRD_NONE ? find_third (word) : THIRD_NONE;

  if (month == 0 && third == THIRD_NONE && !word_is (word, FILLERS))
    return FALSE;
  if (month != 0)
    parts->month = month;
  else if (third != THIRD_NONE)
    parts->third = third;
  reader->at++;
  if (third != THIRD_NONE)
    take_mark (reader, '-'); /* mid-May */
  return TRUE;
}

/* As much as belongs to one moment. */
static gboolean
read_parts (Reader *reader,
            Parts  *parts)
{
  const Token *token;
  gboolean found = TRUE;

  *parts = (Parts) { .minute = TL_DATE_NO_MINUTE };
  while (found && (token = peek (reader, 0)) != NULL)
    switch (token->type)
      {
      case TOKEN_NUMBER:
        if (!read_number (reader, parts, &found))
          return FALSE;
        break;
      case TOKEN_WORD:
        found = read_word (reader, parts);
        break;
      case TOKEN_MARK:
      default:
        found = take_mark (reader, ',') || take_mark (reader, '.');
        break;
      }
  return TRUE;
}

/* In "between 3 and 17 May 2009" the first end takes month and year from the second. */
static void
fill_parts (Parts       *parts,
            const Parts *other)
{
  if (parts->minute != TL_DATE_NO_MINUTE && parts->day == 0)
    parts->day = other->day;
  if ((parts->day != 0 || (parts->third != THIRD_NONE && parts->year == 0)) && parts->month == 0)
    parts->month = other->month;
  if (parts->year == 0)
    parts->year = other->year;
}

/* The third of a year, a season or a month, as its first and last month or day. */
static void
cut_to_third (Third     third,
              TlMoment *from,
              TlMoment *to)
{
  guint n = third - THIRD_EARLY;

  if (from->month == 0)
    {
      from->month = (guint8) (1 + 4 * n);
      to->month = (guint8) (4 + 4 * n);
    }
  else if (from->month >= TL_DATE_SPRING)
    {
      guint month = 2 + (from->month - TL_DATE_SPRING) * 3u + n; /* from January */

      from->year = (guint16) (from->year + month / 12);
      from->month = (guint8) (month % 12 + 1);
      *to = *from;
    }
  else
    {
      from->day = (guint8) (1 + 10 * n);
      to->day = n < 2 ? (guint8) (10 + 10 * n)
                      : g_date_get_days_in_month ((GDateMonth) from->month, (GDateYear) from->year);
    }
}

static gboolean
make_moments (Reader      *reader,
              const Parts *parts,
              TlMoment    *from,
              TlMoment    *to)
{
  if (parts->year == 0 && (parts->month != 0 || parts->day != 0))
    return tl_error_refuse (reader->error, _("“%.60s” has no year."), reader->text);
  if (parts->year == 0 || (parts->day != 0 && parts->month == 0)
      || (parts->minute != TL_DATE_NO_MINUTE && parts->day == 0) || (parts->third != THIRD_NONE && parts->day != 0))
    return refuse_unreadable (reader);
  if (parts->year < TL_DATE_MIN_YEAR || parts->year > TL_DATE_MAX_YEAR)
    return tl_error_refuse (reader->error, _("The year of “%.60s” is not from %d to %d."), reader->text,
                            TL_DATE_MIN_YEAR, TL_DATE_MAX_YEAR);

  *from = (TlMoment) { (guint16) parts->year, (guint8) MIN (parts->month, G_MAXUINT8),
                       (guint8) MIN (parts->day, G_MAXUINT8), (gint16) parts->minute };
  *to = *from;
  if (!_tl_moment_is_valid (from))
    return tl_error_refuse (reader->error, _("“%.60s” is a day that does not exist."), reader->text);
  if (parts->third != THIRD_NONE)
    cut_to_third (parts->third, from, to);
  return _tl_moment_is_valid (from) || refuse_unreadable (reader);
}

/* Dates */

static TlDateDoubt
read_doubt_before (Reader *reader)
{
  TlDateDoubt doubt = take_word (reader, PERHAPS) ? TL_DATE_UNCERTAIN : TL_DATE_CERTAIN;

  if (take_word (reader, ABOUT) || take_mark (reader, '~'))
    doubt |= TL_DATE_APPROXIMATE;
  return doubt;
}

static gboolean
read_ends (Reader *reader,
           Parts  *first,
           Parts  *second)
{
  gboolean between = take_word (reader, BETWEEN);

  if (!read_parts (reader, first))
    return FALSE;
  if (take_mark (reader, '-') || take_word (reader, TO) || (between && take_word (reader, AND)))
    {
      if (!read_parts (reader, second))
        return FALSE;
      fill_parts (first, second);
      fill_parts (second, first);
      return TRUE;
    }
  *second = *first;
  return !between || tl_error_refuse (reader->error, _("“%.60s” has one end only. Write “between … and …”."),
                                      reader->text);
}

static gboolean
read_date (Reader *reader,
           TlDate *date)
{
  TlDateDoubt doubt = read_doubt_before (reader);
  Parts first, second;
  TlMoment from, to, ignored;

  if (next_is_word (reader, 0, ONE_ENDED))
    return tl_error_refuse (reader->error, _("“%.60s” has one end only. Write “between … and …”."), reader->text);
  if (!read_ends (reader, &first, &second))
    return FALSE;
  if (take_mark (reader, '?'))
    doubt |= TL_DATE_UNCERTAIN;
  if (reader->at < reader->n_tokens)
    return refuse_unreadable (reader);
  if (!make_moments (reader, &first, &from, &ignored) || !make_moments (reader, &second, &ignored, &to))
    return FALSE;

  *date = (TlDate) { from, to, doubt };
  if (tl_date_compare_start (&(TlDate) { from, from, TL_DATE_CERTAIN }, &(TlDate) { to, to, TL_DATE_CERTAIN }) > 0)
    return tl_error_refuse (reader->error, _("“%.60s” ends before it begins."), reader->text);
  if (doubt != TL_DATE_CERTAIN && tl_date_is_between (date))
    return tl_error_refuse (reader->error, _("“%.60s” leaves room twice: write either “about” or “between … and …”."),
                            reader->text);
  return TRUE;
}

/**
 * tl_date_read:
 * @text: what a person typed
 * @date: (out): the date
 * @error: return location
 *
 * Reads a date in the words of English or of the person's language, or in EDTF. Numbers are read day first. Early, mid
 * and late are the thirds of what they stand before: four months of a year, one month of a season, ten days of a
 * month and what is left. All that tl_date_format() writes is read back as the same date.
 *
 * Returns: %FALSE with %TL_ERROR_INVALID, which says what is not understood
 */
gboolean
tl_date_read (const char *text,
              TlDate     *date,
              GError    **error)
{
  g_return_val_if_fail (text != NULL && date != NULL, FALSE);

  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  Reader reader = { .text = trimmed, .error = error };

  if (tl_date_parse (trimmed, date))
    return TRUE;

  gboolean read = split (&reader) ? read_date (&reader, date) : refuse_unreadable (&reader);

  for (guint i = 0; i < reader.n_tokens; i++)
    g_free (reader.tokens[i].word);
  return read;
}
