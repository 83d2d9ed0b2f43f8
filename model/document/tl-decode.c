/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Characters from bytes whose encoding nobody wrote down: a byte order mark, then UTF-8 where it is sound, then what
 * the file says of itself, then Windows-1252, which is said. */
#include "config.h"

#include "model/document/tl-draft-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/base/tl-error.h"

#define NO_CHARACTER 0xfffd
#define MAX_ENCODING_NAME 40

/* What Windows-1252 has where ISO 8859-1 has controls, from 0x80
 * (https://encoding.spec.whatwg.org/#windows-1252; the five bytes without a character are none here). */
static const gunichar windows_1252[32] = {
  0x20ac, NO_CHARACTER, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
  0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, NO_CHARACTER, 0x017d, NO_CHARACTER,
  NO_CHARACTER, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
  0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, NO_CHARACTER, 0x017e, 0x0178,
};

static char *
decode_windows_1252 (const guchar *bytes,
                     gsize         n)
{
  GString *text = g_string_sized_new (n + n / 8);

  for (gsize i = 0; i < n; i++)
    if (bytes[i] < 0x80)
      g_string_append_c (text, (char) bytes[i]);
    else
      g_string_append_unichar (text, bytes[i] < 0xa0 ? windows_1252[bytes[i] - 0x80] : bytes[i]);
  return g_string_free (text, FALSE);
}

/* Half a pair and half a unit are no characters. */
static char *
decode_utf16 (const guchar *bytes,
              gsize         n,
              gboolean      big_endian)
{
  GString *text = g_string_sized_new (n);
  guint high = 0;

  for (gsize i = 0; i + 1 < n; i += 2)
    {
      guint unit = big_endian ? (guint) bytes[i] << 8 | bytes[i + 1] : (guint) bytes[i + 1] << 8 | bytes[i];
      gboolean low = unit >= 0xdc00 && unit <= 0xdfff;

      if (high != 0 && !low)
        g_string_append_unichar (text, NO_CHARACTER);
      if (low)
        g_string_append_unichar (text, high != 0 ? 0x10000 + ((high - 0xd800) << 10) + (unit - 0xdc00) : NO_CHARACTER);
      high = unit >= 0xd800 && unit <= 0xdbff ? unit : 0;
      if (high == 0 && !low && unit != 0)
        g_string_append_unichar (text, unit);
    }
  if (high != 0 || n % 2 == 1)
    g_string_append_unichar (text, NO_CHARACTER);
  return g_string_free (text, FALSE);
}

/* Sound but for a last character that may have been cut. */
static gboolean
is_utf8 (const char *bytes,
         gsize       n)
{
  const char *end;

  if (g_utf8_validate_len (bytes, n, &end))
    return TRUE;

  gsize rest = n - (gsize) (end - bytes);

  return rest < 4 && g_utf8_get_char_validated (end, (gssize) rest) == (gunichar) -2;
}

/* An encoding of which ASCII is a part, so that what was looked for in the bytes was there. */
static char *
decode_declared (const char *bytes,
                 gsize       n,
                 const char *declared)
{
  gsize length = declared != NULL ? strnlen (declared, MAX_ENCODING_NAME + 1) : 0;

  if (length == 0 || length > MAX_ENCODING_NAME || g_ascii_strncasecmp (declared, "utf-", 4) == 0
      || g_ascii_strncasecmp (declared, "iso-8859-1", length) == 0)
    return NULL;

  char fallback[] = "\xef\xbf\xbd";

  return g_convert_with_fallback (bytes, (gssize) n, "UTF-8", declared, fallback, NULL, NULL, NULL);
}

/* Returns UTF-8 that may still hold what no text can, or NULL if these bytes are no text. */
char *
_tl_decode (TlDraft    *draft,
            GBytes     *bytes,
            const char *declared)
{
  gsize n;
  const char *data = g_bytes_get_data (bytes, &n);
  const guchar *units = (const guchar *) data;

  if (n >= 2 && ((units[0] == 0xff && units[1] == 0xfe) || (units[0] == 0xfe && units[1] == 0xff)))
    return decode_utf16 (units + 2, n - 2, units[0] == 0xfe);
  if (n > 0 && memchr (data, '\0', n) != NULL)
    {
      _tl_draft_refuse (draft, TL_ERROR_NOT_OURS,
                        _("It is neither text nor HTML, ODT, DOCX or PDF. Save it as one of these first."));
      return NULL;
    }
  if (n >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      data += 3;
      n -= 3;
    }
  if (n == 0 || is_utf8 (data, n))
    return g_strndup (n > 0 ? data : "", n);

  char *text = decode_declared (data, n, declared);

  if (text != NULL)
    return text;
  _tl_draft_note (draft, _("It does not say how its characters are coded; they were read as Windows-1252 (Western)."));
  return decode_windows_1252 ((const guchar *) data, n);
}
