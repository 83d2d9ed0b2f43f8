/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds what would identify a person in a text that is to leave. Rather too much is found than too little: what is
 * found stays, and a person looks at it. */
#include "config.h"

#include "model/words/tl-trace.h"

#include <string.h>

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

/* What is seen in a text without reading it. */
enum {
  SEEN_FIGURE  = 1 << 0,
  SEEN_SIGN    = 1 << 1, /* "@" */
  SEEN_ORDINAL = 1 << 2, /* a word that ends like one */
  SEEN_MONTH   = 1 << 3, /* a word that begins like one */
  SEEN_BEYOND  = 1 << 7, /* what is not ASCII: the first bit of every byte of it */
};

/* What a text may hold. */
enum {
  MAY_HOLD_DAY     = 1 << 0,
  MAY_HOLD_CONTACT = 1 << 1,
};

/* So many characters are looked at together, with those before and after them. */
#define STRETCH 32
#define BEFORE 3
#define AFTER 2

/* Of a longer text, so many are laid out at once. */
#define BLOCK (16 * STRETCH)

static inline guint8
is_letter (guint8 c)
{
  return (guint8) ((c | 0x20) - 'a') <= 'z' - 'a';
}

/* Whether two letters end an ordinal in words. */
static inline guint8
is_ending (guint8 a,
           guint8 b)
{
  return ((a == 't') & (b == 'h')) | ((a == 's') & (b == 't')) | (((a == 'n') | (a == 'r')) & (b == 'd'));
}

/* Whether three letters begin a month. All are compared whatever the first is, so that nothing here has to be guessed
 * by the processor. */
static inline guint8
is_month (guint8 a,
          guint8 b,
          guint8 c)
{
  return ((a == 'j') & (((b == 'a') & (c == 'n')) | ((b == 'u') & ((c == 'n') | (c == 'l')))))
         | ((a == 'm') & (b == 'a') & ((c == 'r') | (c == 'y')))
         | ((a == 'a') & (((b == 'p') & (c == 'r')) | ((b == 'u') & (c == 'g'))))
         | ((a == 'f') & (b == 'e') & (c == 'b')) | ((a == 's') & (b == 'e') & (c == 'p'))
         | ((a == 'o') & (b == 'c') & (c == 't')) | ((a == 'n') & (b == 'o') & (c == 'v'))
         | ((a == 'd') & (b == 'e') & (c == 'c'));
}

/* Looks at STRETCH characters from @c on, each with three before and two after it. Both are of the same length for any
 * text: the compiler makes of them a few instructions that look at many characters each. */
typedef guint8 (*Look) (const guint8 *c);

/* The shortest ordinals have five letters. */
static guint8
look_for_signs (const guint8 *c)
{
  guint8 seen = 0;

  for (guint i = 0; i < STRETCH; i++, c++)
    {
      guint8 ordinal = is_ending (c[0] | 0x20, c[1] | 0x20) & is_letter (c[-1]) & is_letter (c[-2])
                       & is_letter (c[-3]) & !is_letter (c[2]);

      seen |= (c[0] & SEEN_BEYOND) | ((guint8) (c[0] - '0') < 10 ? SEEN_FIGURE : 0) | (c[0] == '@' ? SEEN_SIGN : 0)
              | (ordinal != 0 ? SEEN_ORDINAL : 0);
    }
  return seen;
}

static guint8
look_for_months (const guint8 *c)
{
  guint8 seen = 0;

  for (guint i = 0; i < STRETCH; i++, c++)
    seen |= is_month (c[0] | 0x20, c[1] | 0x20, c[2] | 0x20) & !is_letter (c[-1]) ? SEEN_MONTH : 0;
  return seen;
}

/* Lays a text out with nothing before and after it, and looks at all of it. */
static guint8
look_through (const char *text,
              gsize       length,
              Look        look)
{
  guint8 block[BEFORE + BLOCK + STRETCH + AFTER];
  guint8 seen = 0;

  for (gsize first = 0; first < length; first += BLOCK)
    {
      gsize before = MIN (first, BEFORE), n = MIN (length - first, BLOCK), after = MIN (length - first - n, AFTER);

      memset (block, 0, BEFORE);
      memcpy (block + BEFORE - before, text + first - before, before + n + after);
      memset (block + BEFORE + n + after, 0, STRETCH + AFTER - after);
      for (gsize i = 0; i < n; i += STRETCH)
        seen |= look (block + BEFORE + i);
    }
  return seen;
}

static gboolean
has_letter_beyond_ascii (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if ((guchar) *p >= 0x80)
      {
        if (g_unichar_isalnum (g_utf8_get_char (p)))
          return TRUE;
        p = g_utf8_next_char (p) - 1;
      }
  return FALSE;
}

/* There is no day without a figure, unless it is an ordinal in words beside the name of a month, and no contact without
 * a figure or an "@": most texts have none of these, and it costs little to see that. What is not ASCII is taken for
 * all of them. */
static guint
find_hints (const char *text)
{
  gsize length = strlen (text);
  guint8 seen = look_through (text, length, look_for_signs);

  if ((seen & SEEN_FIGURE) != 0 || ((seen & SEEN_BEYOND) != 0 && has_letter_beyond_ascii (text)))
    return MAY_HOLD_DAY | MAY_HOLD_CONTACT;
  if ((seen & SEEN_ORDINAL) != 0)
    seen |= look_through (text, length, look_for_months);
  return ((seen & SEEN_MONTH) != 0 ? MAY_HOLD_DAY : 0) | ((seen & SEEN_SIGN) != 0 ? MAY_HOLD_CONTACT : 0);
}

/* (transfer full) (nullable): the first match */
static char *
find (GRegex     *regex,
      const char *text)
{
  g_autoptr (GMatchInfo) match = NULL;

  return g_regex_match (regex, text, 0, &match) ? g_match_info_fetch (match, 0) : NULL;
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

  return (find_hints (text) & MAY_HOLD_DAY) != 0 ? find (get_days (), text) : NULL;
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

  return (find_hints (text) & MAY_HOLD_CONTACT) != 0 ? find (get_contacts (), text) : NULL;
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

  guint hints = find_hints (text);

  if ((hints & MAY_HOLD_DAY) != 0 && (*passage = find (get_days (), text)) != NULL)
    return TL_TRACE_DAY;
  if ((hints & MAY_HOLD_CONTACT) != 0 && (*passage = find (get_contacts (), text)) != NULL)
    return TL_TRACE_CONTACT;
  return TL_TRACE_NONE;
}
