/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds what would identify a person in a text that is to leave. Rather too much is found than too little: what is
 * found stays, and a person looks at it. */
#include "config.h"

#include "model/words/tl-trace.h"

#define DAY "(?:0?[1-9]|[12]\\d|3[01])"
#define ORDINAL "(?:(?:twenty|thirty)[- ]?)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)" \
  "|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|thirtieth"
/* The year may stand there or not. */
#define YEAR "(?:[^\\p{L}\\p{N}\\n]{1,3}(?:18|19|20)\\d\\d(?!\\d))?"
/* Whatever stands between the parts of a day, such as a space that does not break. */
#define GAP "[^\\p{L}\\p{N}\\n]{0,3}"
#define MONTH "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?" \
  "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"

static GRegex *
get_days (void)
{
  static gsize once;
  static GRegex *days;

  if (g_once_init_enter (&once))
    {
      days = g_regex_new ("(?<![\\p{L}\\d])(?:" DAY "(?:st|nd|rd|th)?" GAP "(?:of\\s+)?" MONTH "\\b" YEAR
                          "|(?:" ORDINAL ")\\s+(?:of\\s+)?" MONTH "\\b"
                          "|" MONTH "\\b" GAP "(?:the\\s+)?"
                          "(?:" DAY "(?:st|nd|rd|th)?(?![\\d\\p{L}])|(?:" ORDINAL ")\\b)"
                          "|" DAY "\\s?([./-])\\s?" DAY "\\s?\\1\\s?(?:\\d{4}|\\d{2})(?!\\d)"
                          "|\\d{4}([./-])\\d{1,2}\\2\\d{1,2}(?!\\d))",
                          G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
      g_assert (days != NULL);
      g_once_init_leave (&once, 1);
    }
  return days;
}

static gboolean
begins_like_a_month (const char *word)
{
  /* The second and third letters of months that begin with a letter. */
  static const char *const rests[26] = {
    ['a' - 'a'] = "prug", ['d' - 'a'] = "ec", ['f' - 'a'] = "eb", ['j' - 'a'] = "anunul", ['m' - 'a'] = "aray",
    ['n' - 'a'] = "ov", ['o' - 'a'] = "ct", ['s' - 'a'] = "ep",
  };
  const char *rest = rests[(word[0] | 0x20) - 'a'];

  for (; rest != NULL && *rest != '\0'; rest += 2)
    if ((word[1] | 0x20) == rest[0] && (word[2] | 0x20) == rest[1])
      return TRUE;
  return FALSE;
}

/* There is no day without a figure or the name of a month, and no contact without a figure or an "@": most texts have
 * neither, and it costs little to see that. Whatever is not ASCII is taken for all of these. */
static gboolean
may_hold (const char *text,
          TlTrace     trace)
{
  gboolean in_word = FALSE;

  for (const char *p = text; *p != '\0'; p++)
    {
      gboolean letter = g_ascii_isalpha (*p);

      if (g_ascii_isdigit (*p) || (trace == TL_TRACE_CONTACT && *p == '@')
          || (trace == TL_TRACE_DAY && letter && !in_word && begins_like_a_month (p)))
        return TRUE;
      if ((guchar) *p >= 0x80)
        {
          gunichar c = g_utf8_get_char (p);

          if (g_unichar_isalnum (c))
            return TRUE;
          p = g_utf8_next_char (p) - 1;
        }
      in_word = letter;
    }
  return FALSE;
}

/**
 * tl_text_find_date:
 * @text: a text
 *
 * Looks for a day, with or without its year, in the ways it is written in English and in figures.
 *
 * Returns: (transfer full) (nullable): the first such passage of @text
 */
char *
tl_text_find_date (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  g_autoptr (GMatchInfo) match = NULL;

  return may_hold (text, TL_TRACE_DAY) && g_regex_match (get_days (), text, 0, &match) ? g_match_info_fetch (match, 0)
                                                                                       : NULL;
}

/* Patterns of the United Kingdom: a postcode as the Post Office writes it, with or without its space; a telephone
 * number from its 0 or +44, ten or eleven figures however parted; an NHS number, ten figures, and a National Insurance
 * number. */
#define POSTCODE "[A-Z]{1,2}\\d[A-Z\\d]?\\s?\\d[ABD-HJLNP-UW-Z]{2}"
#define TELEPHONE "(?:\\+44|0044|\\(?0)(?:[\\s().-]{0,3}\\d){9,11}"
#define NHS_NUMBER "\\d{3}[ -]?\\d{3}[ -]?\\d{4}"
#define INSURANCE_NUMBER "[A-Z]{2}\\s?\\d{2}\\s?\\d{2}\\s?\\d{2}\\s?[A-D]"
#define MAIL "[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+"

static GRegex *
get_contacts (void)
{
  static gsize once;
  static GRegex *contacts;

  if (g_once_init_enter (&once))
    {
      contacts = g_regex_new ("(?<![\\p{L}\\d])(?:" POSTCODE "|" TELEPHONE "|" NHS_NUMBER "|" INSURANCE_NUMBER
                              ")(?![\\p{L}\\d])|" MAIL,
                              G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
      g_assert (contacts != NULL);
      g_once_init_leave (&once, 1);
    }
  return contacts;
}

/**
 * tl_text_find_contact:
 * @text: a text
 *
 * Looks for what reaches or numbers one person: a telephone number, a postcode, an e-mail address, an NHS or National
 * Insurance number.
 *
 * Returns: (transfer full) (nullable): the first such passage of @text
 */
char *
tl_text_find_contact (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  g_autoptr (GMatchInfo) match = NULL;

  return may_hold (text, TL_TRACE_CONTACT) && g_regex_match (get_contacts (), text, 0, &match)
           ? g_match_info_fetch (match, 0) : NULL;
}

/**
 * tl_trace_find_all:
 * @text: a text
 * @trace: %TL_TRACE_DAY or %TL_TRACE_CONTACT
 *
 * Returns: (transfer full) (element-type TlTraceSpan): every place where @text has what tl_text_find_date() or
 *   tl_text_find_contact() look for
 */
GArray *
tl_trace_find_all (const char *text,
                   TlTrace     trace)
{
  g_return_val_if_fail (text != NULL && (trace == TL_TRACE_DAY || trace == TL_TRACE_CONTACT), NULL);

  GArray *spans = g_array_new (FALSE, FALSE, sizeof (TlTraceSpan));
  g_autoptr (GMatchInfo) match = NULL;

  g_regex_match (trace == TL_TRACE_DAY ? get_days () : get_contacts (), text, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      TlTraceSpan span;

      g_match_info_fetch_pos (match, 0, &span.first, &span.after);
      g_array_append_val (spans, span);
    }
  return spans;
}

/**
 * tl_trace_find:
 * @names: the names the review knows
 * @text: a text
 * @passage: (out) (transfer full) (nullable): where somebody could be recognised
 *
 * Returns: what was found first: a name, a day, a contact
 */
TlTrace
tl_trace_find (TlNames    *names,
               const char *text,
               char      **passage)
{
  g_return_val_if_fail (names != NULL && text != NULL && passage != NULL, TL_TRACE_NONE);

  if ((*passage = tl_names_find (names, text)) != NULL)
    return TL_TRACE_NAME;
  if ((*passage = tl_text_find_date (text)) != NULL)
    return TL_TRACE_DAY;
  if ((*passage = tl_text_find_contact (text)) != NULL)
    return TL_TRACE_CONTACT;
  return TL_TRACE_NONE;
}
