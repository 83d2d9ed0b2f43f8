/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Values of fields: their one spelling as text, and what a declaration allows. */
#include "config.h"

#include "model/record/tl-value.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/base/tl-date.h"
#include "model/base/tl-error.h"
#include "model/base/tl-id.h"
#include "model/base/tl-text.h"

/* Keys of data files, and codes "SCHEME:NOTATION". */
#define MAX_KEY 120

/**
 * tl_value_clear:
 * @value: a value
 *
 * Frees what @value holds and leaves it unset.
 */
void
tl_value_clear (TlValue *value)
{
  if (value->type == TL_VALUE_TEXT)
    g_free (value->text);
  else if (value->type == TL_VALUE_LIST)
    g_strfreev (value->list);

  *value = (TlValue) { 0 };
}

/**
 * tl_values_clear:
 * @values: (array length=n_values): the values of a record
 * @n_values: how many fields it has
 *
 * Leaves all of them unset.
 */
void
tl_values_clear (TlValue *values,
                 guint    n_values)
{
  for (guint i = 0; i < n_values; i++)
    if (values[i].type != TL_VALUE_UNSET)
      tl_value_clear (&values[i]);
}

/**
 * tl_value_copy:
 * @value: a value
 * @copy: (out caller-allocates): an unset value
 */
void
tl_value_copy (const TlValue *value,
               TlValue       *copy)
{
  *copy = *value;
  if (value->type == TL_VALUE_TEXT)
    copy->text = g_strdup (value->text);
  else if (value->type == TL_VALUE_LIST)
    copy->list = g_strdupv (value->list);
}

/**
 * tl_value_equal:
 * @a: a value
 * @b: a value of the same field
 *
 * Returns: whether they are the same
 */
gboolean
tl_value_equal (const TlValue *a,
                const TlValue *b)
{
  if (a->type != b->type)
    return FALSE;

  switch (a->type)
    {
    case TL_VALUE_TEXT:
      return a->ref == b->ref && strcmp (a->text, b->text) == 0;
    case TL_VALUE_INTEGER:
      return a->integer == b->integer;
    case TL_VALUE_LIST:
      return g_strv_equal ((const char *const *) a->list, (const char *const *) b->list);
    case TL_VALUE_UNSET:
    default:
      return TRUE;
    }
}

static gboolean
is_key (const char *text)
{
  gsize length = strnlen (text, MAX_KEY + 1);

  if (length > MAX_KEY || !g_ascii_isalnum (text[0]))
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum (text[i]) && strchr ("_.:-", text[i]) == NULL)
      return FALSE;

  return TRUE;
}

/* The spelling is strict, since the XML Schema and other programs hold us to it: no plus, no leading zero. */
static gboolean
parse_integer (const TlField *field,
               const char    *text,
               gint64        *number,
               GError       **error)
{
  const char *digits = text[0] == '-' ? text + 1 : text;
  gsize length = strnlen (digits, 19);

  if (length == 0 || length > 18 || strspn (digits, "0123456789") != length
      || (digits[0] == '0' && (length > 1 || digits != text)))
    return tl_error_refuse (error, _("“%.40s” is not a whole number."), text);

  *number = g_ascii_strtoll (text, NULL, 10);
  if ((field->min != 0 || field->max != 0) && (*number < field->min || *number > field->max))
    return tl_error_refuse (error, _("%lld is not from %lld to %lld."), (long long) *number, (long long) field->min,
                            (long long) field->max);
  return TRUE;
}

static gboolean
refuse_too_large (const TlField  *field,
                  GError        **error)
{
  if (field->type == TL_FIELD_BODY)
    g_set_error_literal (error, TL_ERROR, TL_ERROR_TOO_LARGE,
                         _("The text is longer than 8 MB. Split it into several sources."));
  else
    g_set_error (error, TL_ERROR, TL_ERROR_TOO_LARGE, _("The text is longer than %d characters."),
                 field->type == TL_FIELD_TEXT ? TL_TEXT_MAX_LINE : TL_TEXT_MAX_PROSE);
  return FALSE;
}

static gboolean
is_too_large (const TlField *field,
              const char    *text,
              gsize          length)
{
  gsize max = field->type == TL_FIELD_TEXT ? TL_TEXT_MAX_LINE : TL_TEXT_MAX_PROSE;

  if (field->type == TL_FIELD_BODY)
    return length > TL_TEXT_MAX_BODY_BYTES;
  return length > max && (gsize) g_utf8_strlen (text, (gssize) length) > max;
}

/* Whether a text is kept as it stands, which is seen without making it anew. */
static gboolean
is_kept (const TlField *field,
         const char    *text,
         gsize          length)
{
  return tl_text_is_plain (text, length)
         && (field->type != TL_FIELD_TEXT
             || (!g_ascii_isspace (text[0]) && !g_ascii_isspace (text[length - 1])
                 && memchr (text, '\n', length) == NULL));
}

static gboolean
parse_text (const TlField *field,
            const char    *text,
            TlValue       *value,
            char         **made,
            GError       **error)
{
  gsize length = strlen (text);

  if (!is_kept (field, text, length))
    {
      *made = tl_text_normalise (text, (gssize) length, NULL);
      if (field->type == TL_FIELD_TEXT)
        {
          g_autofree char *clean = *made;

          *made = tl_text_one_line (clean, NULL);
        }
      text = *made;
      length = strlen (text);
    }
  if (is_too_large (field, text, length))
    return refuse_too_large (field, error);
  if (length > 0)
    value->type = TL_VALUE_TEXT;
  return TRUE;
}

/* Whether @text is one well-formed item of @field; for references, only the form of the id. */
static gboolean
check_item (const TlField *field,
            const char    *text,
            GError       **error)
{
  switch (field->type)
    {
    case TL_FIELD_CHOICE:
    case TL_FIELD_CHOICES:
      return tl_field_get_choice_label (field, text) != NULL
             || tl_error_refuse (error, _("“%.40s” is not one of the choices of “%s”."), text, field->name);
    case TL_FIELD_KEY:
      return is_key (text) || tl_error_refuse (error, _("“%.40s” is not a key."), text);
    case TL_FIELD_DATE:
      return tl_date_parse (text, NULL)
             || tl_error_refuse (error, _("“%.40s” is not a date in EDTF, as 2010, 2010-05~ or 2010-05-17."), text);
    case TL_FIELD_REF:
    case TL_FIELD_REFS:
    case TL_FIELD_ANY:
    case TL_FIELD_UUID:
      return tl_id_is_valid (text) || tl_error_refuse (error, _("“%.40s” is not an id."), text);
    case TL_FIELD_TEXT:
    case TL_FIELD_PROSE:
    case TL_FIELD_BODY:
    case TL_FIELD_INT:
    case TL_FIELD_BOOL:
    default:
      g_assert_not_reached ();
    }
}

/* Reads anything but a list. Of a text it says only that there is one: @text, or @made if it is kept in another
 * spelling. */
static gboolean
parse_single (const TlField *field,
              const char    *text,
              TlValue       *value,
              char         **made,
              GError       **error)
{
  TlDate date;

  switch (field->type)
    {
    case TL_FIELD_TEXT:
    case TL_FIELD_PROSE:
    case TL_FIELD_BODY:
      return parse_text (field, text, value, made, error);
    case TL_FIELD_INT:
      if (!parse_integer (field, text, &value->integer, error))
        return FALSE;
      value->type = TL_VALUE_INTEGER;
      return TRUE;
    case TL_FIELD_BOOL:
      if (strcmp (text, "true") != 0 && strcmp (text, "false") != 0)
        return tl_error_refuse (error, _("“%.40s” is neither “true” nor “false”."), text);
      value->type = TL_VALUE_INTEGER;
      value->integer = text[0] == 't';
      return TRUE;
    case TL_FIELD_DATE:
      if (!check_item (field, text, error) || !tl_date_parse (text, &date))
        return FALSE;
      value->type = TL_VALUE_TEXT;
      *made = tl_date_dup_edtf (&date);
      return TRUE;
    case TL_FIELD_CHOICE:
    case TL_FIELD_KEY:
    case TL_FIELD_REF:
    case TL_FIELD_ANY:
    case TL_FIELD_UUID:
      if (!check_item (field, text, error))
        return FALSE;
      value->type = TL_VALUE_TEXT;
      return TRUE;
    case TL_FIELD_CHOICES:
    case TL_FIELD_REFS:
    default:
      g_assert_not_reached ();
    }
}

/**
 * tl_value_set_string:
 * @value: an initialised value
 * @field: a field
 * @text: (nullable): the value as text; %NULL and the empty string unset it
 * @error: return location
 *
 * Sets @value from its one spelling. Text is normalised; everything else must be exact. A list field takes one item.
 * Whether a key is in its vocabulary and whether a reference finds its record is not looked at here.
 *
 * Returns: %FALSE with %TL_ERROR_INVALID or %TL_ERROR_TOO_LARGE, and @value as it was
 */
gboolean
tl_value_set_string (TlValue       *value,
                     const TlField *field,
                     const char    *text,
                     GError       **error)
{
  g_return_val_if_fail (value != NULL && field != NULL, FALSE);

  TlValue parsed = { 0 };
  g_autofree char *made = NULL;

  if (tl_field_is_list (field))
    return tl_value_set_strings (value, field, (const char *[]) { text, NULL }, error);
  if (text != NULL && text[0] != '\0' && !parse_single (field, text, &parsed, &made, error))
    return FALSE;

  if (parsed.type == TL_VALUE_TEXT)
    parsed.text = made != NULL ? g_steal_pointer (&made) : g_strdup (text);
  tl_value_clear (value);
  *value = parsed;
  return TRUE;
}

/**
 * tl_value_set_in_arena:
 * @value: an unset value
 * @field: a field that is not a list
 * @text: the value as text
 * @arena: where a text is kept
 * @error: return location
 *
 * Sets @value as tl_value_set_string() does, for as long as the arena holds: it is not to be cleared.
 *
 * Returns: %FALSE with %TL_ERROR_INVALID or %TL_ERROR_TOO_LARGE, and @value as it was
 */
gboolean
tl_value_set_in_arena (TlValue       *value,
                       const TlField *field,
                       const char    *text,
                       TlArena       *arena,
                       GError       **error)
{
  g_return_val_if_fail (value != NULL && field != NULL && text != NULL && arena != NULL, FALSE);
  g_return_val_if_fail (!tl_field_is_list (field), FALSE);

  TlValue parsed = { 0 };
  g_autofree char *made = NULL;

  if (text[0] != '\0' && !parse_single (field, text, &parsed, &made, error))
    return FALSE;

  if (parsed.type == TL_VALUE_TEXT)
    {
      const char *kept = made != NULL ? made : text;

      parsed.text = tl_arena_copy (arena, kept, strlen (kept));
    }
  *value = parsed;
  return TRUE;
}


/**
 * tl_value_set_strings:
 * @value: an initialised value
 * @field: a list field
 * @items: (nullable): the items in order
 * @error: return location
 *
 * Sets @value to a list. No item may occur twice.
 *
 * Returns: %FALSE with %TL_ERROR_INVALID, and @value as it was
 */
gboolean
tl_value_set_strings (TlValue           *value,
                      const TlField     *field,
                      const char *const *items,
                      GError           **error)
{
  g_return_val_if_fail (value != NULL && field != NULL && tl_field_is_list (field), FALSE);

  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; items != NULL && items[i] != NULL; i++)
    {
      if (!check_item (field, items[i], error))
        return FALSE;
      if (!g_hash_table_add (seen, (gpointer) items[i]))
        return tl_error_refuse (error, _("“%.40s” stands twice in “%s”."), items[i], field->name);
    }

  tl_value_clear (value);
  if (items != NULL && items[0] != NULL)
    {
      value->type = TL_VALUE_LIST;
      value->list = g_strdupv ((char **) items);
    }
  return TRUE;
}

/**
 * tl_value_dup_string:
 * @value: a value of @field
 * @field: a field
 *
 * Returns: (transfer full) (nullable): the spelling that tl_value_set_string() reads; the items of a list with spaces
 *   between them; %NULL when unset
 */
char *
tl_value_dup_string (const TlValue *value,
                     const TlField *field)
{
  switch (value->type)
    {
    case TL_VALUE_TEXT:
      return g_strdup (value->text);
    case TL_VALUE_INTEGER:
      if (field->type == TL_FIELD_BOOL)
        return g_strdup (value->integer != 0 ? "true" : "false");
      return g_strdup_printf ("%" G_GINT64_FORMAT, value->integer);
    case TL_VALUE_LIST:
      return g_strjoinv (" ", value->list);
    case TL_VALUE_UNSET:
    default:
      return NULL;
    }
}
