/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A fragment from plain text: each line is a factor, and a line with arrows a chain of them. */
#include "config.h"

#include "model/exchange/tl-fragment-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/base/tl-error.h"
#include "model/base/tl-id.h"
#include "model/base/tl-text.h"
#include "model/method/tl-method.h"

typedef struct {
  TlFragment *fragment;
  GHashTable *factors;     /* owned; statement, owned → id, borrowed */
  const char *factor_kind; /* of new factors; may be NULL */
  const char *link_kind;   /* likewise of links */
} Parser;

static void
set_text (TlPlainRecord *record,
          const char    *field,
          const char    *text)
{
  TlValue *value = _tl_fragment_get_value (record, field);

  if (text == NULL)
    return;
  value->type = TL_VALUE_TEXT;
  value->text = g_strdup (text);
}

static TlPlainRecord *
add_record (Parser     *parser,
            const char *kind)
{
  g_autofree char *id = tl_id_new ();
  TlPlainRecord *record = tl_plain_record_new (tl_kind_lookup (kind), id);

  _tl_fragment_take (parser->fragment, record);
  return record;
}

/* The same statement again is the same factor. */
static const char *
add_factor (Parser     *parser,
            const char *statement)
{
  const char *known = g_hash_table_lookup (parser->factors, statement);

  if (known != NULL)
    return known;

  TlPlainRecord *factor = add_record (parser, "factor");

  set_text (factor, "statement", statement);
  set_text (factor, "kind", parser->factor_kind);
  g_hash_table_insert (parser->factors, g_strdup (statement), factor->id);
  return factor->id;
}

static gboolean
has_link (Parser     *parser,
          const char *cause_id,
          const char *effect_id)
{
  for (guint i = 0; i < parser->fragment->records->len; i++)
    {
      const TlPlainRecord *record = g_ptr_array_index (parser->fragment->records, i);

      if (strcmp (record->kind->name, "link") == 0
          && strcmp (tl_plain_record_get (record, "cause")->text, cause_id) == 0
          && strcmp (tl_plain_record_get (record, "effect")->text, effect_id) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
add_link (Parser     *parser,
          const char *cause_id,
          const char *effect_id)
{
  if (strcmp (cause_id, effect_id) == 0 || has_link (parser, cause_id, effect_id))
    return;

  TlPlainRecord *link = add_record (parser, "link");

  set_text (link, "cause", cause_id);
  set_text (link, "effect", effect_id);
  set_text (link, "kind", parser->link_kind);
  set_text (link, "state", "asserted");
}

static gboolean
ends_bullet (char after)
{
  return after == ' ' || after == '\0';
}

/* Past "- ", "• ", "3. " and the like, with which a list in a document begins its lines. */
static const char *
skip_bullet (const char *line)
{
  static const char *const bullets[] = { "-", "*", "+", "•", "–", "—", "·", "▪", "◦" };
  gsize n_digits = strspn (line, "0123456789");

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (g_str_has_prefix (line, bullets[i]) && ends_bullet (line[strlen (bullets[i])]))
      return line + strlen (bullets[i]);
  if (n_digits > 0 && n_digits <= 3 && (line[n_digits] == '.' || line[n_digits] == ')')
      && ends_bullet (line[n_digits + 1]))
    return line + n_digits + 1;
  return line;
}

static gboolean
check_length (const char  *statement,
              guint        line,
              GError     **error)
{
  if (g_utf8_strlen (statement, -1) <= TL_TEXT_MAX_LINE)
    return TRUE;
  g_set_error (error, TL_ERROR, TL_ERROR_TOO_LARGE,
               _("Line %u is longer than a statement can be, which is %u characters."), line, TL_TEXT_MAX_LINE);
  return FALSE;
}

static gboolean
check_number (Parser  *parser,
              GError **error)
{
  if (parser->fragment->records->len <= TL_FRAGMENT_MAX_FROM_TEXT)
    return TRUE;
  g_set_error (error, TL_ERROR, TL_ERROR_TOO_LARGE,
               _("The text would become more than %u factors and links. Paste it in parts."),
               TL_FRAGMENT_MAX_FROM_TEXT);
  return FALSE;
}

static gboolean
parse_line (Parser      *parser,
            const char  *text,
            guint        number,
            GError     **error)
{
  g_autofree char *line = tl_text_one_line (text, NULL);
  g_auto (GStrv) arrows = g_strsplit (skip_bullet (g_strstrip (line)), " -> ", -1);
  g_autofree char *joined = g_strjoinv (" → ", arrows);
  g_auto (GStrv) statements = g_strsplit (joined, " → ", -1);
  const char *cause = NULL;

  for (guint i = 0; statements[i] != NULL; i++)
    {
      const char *statement = g_strstrip (statements[i]);

      if (*statement == '\0')
        continue;
      if (!check_length (statement, number, error) || !check_number (parser, error))
        return FALSE;

      const char *id = add_factor (parser, statement);
      if (cause != NULL)
        add_link (parser, cause, id);
      cause = id;
    }
  return TRUE;
}

static gboolean
parse (Parser      *parser,
       const char  *text,
       GError     **error)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (!parse_line (parser, lines[i], i + 1, error))
      return FALSE;
  if (parser->fragment->factors->len > 0)
    return TRUE;
  g_set_error_literal (error, TL_ERROR, TL_ERROR_INVALID, _("There is no text in what was copied."));
  return FALSE;
}

/**
 * tl_fragment_new_from_text:
 * @text: from outside
 * @review: the review that it is to be part of, whose method knows what a new factor and a new link are
 * @error: return location
 *
 * Makes a factor of each line of a text, and of "A → B" a link.
 *
 * Returns: (transfer full): the fragment; %NULL with an error and the reason for a person
 */
TlFragment *
tl_fragment_new_from_text (const char  *text,
                           TlReview    *review,
                           GError     **error)
{
  g_return_val_if_fail (text != NULL && TL_IS_REVIEW (review), NULL);

  if (strlen (text) > TL_FRAGMENT_MAX_TEXT)
    {
      g_set_error_literal (error, TL_ERROR, TL_ERROR_TOO_LARGE, _("The text that was copied is larger than 1 MB."));
      return NULL;
    }

  TlRecord *subject = tl_review_get_subject (review);
  const char *method_id = tl_record_get_text (subject, "method");
  g_autoptr (TlMethod) method = method_id != NULL ? tl_method_lookup (method_id, NULL) : NULL;
  const TlMethodEntry *factor_kind = method != NULL ? tl_method_get_kind_for_factor_role (method, TL_FACTOR_ROLE_FACTOR)
                                                    : NULL;
  const TlMethodEntry *link_kind
      = method != NULL ? tl_method_get_kind_for_link_role (method, TL_LINK_ROLE_CONTRIBUTES) : NULL;
  g_autofree char *clean = tl_text_normalise (text, -1, NULL);
  g_autoptr (GHashTable) factors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (TlFragment) self = _tl_fragment_new (tl_record_get_id (subject));
  Parser parser = { self, factors, factor_kind != NULL ? factor_kind->key : NULL,
                    link_kind != NULL ? link_kind->key : NULL };

  return parse (&parser, clean, error) ? g_steal_pointer (&self) : NULL;
}
