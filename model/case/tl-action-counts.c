/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How the actions of a board, or of one answer, are spread over kinds of change and levels. Reviews tend to end in
 * training and procedures; a board that sees its own spread can think about it. So it is counted and never scored:
 * the order is that of the declarations, and there is no sum but the base. */
#include "config.h"

#include "model/case/tl-action-counts.h"

#include <glib/gi18n-lib.h>

static const TlField *
get_strength (void)
{
  return tl_kind_find_field (tl_kind_lookup ("action"), "strength");
}

static char **
list_kinds (guint *n_kinds)
{
  const TlChoice *choices = get_strength ()->choices;
  GStrvBuilder *builder = g_strv_builder_new ();

  for (*n_kinds = 0; choices[*n_kinds].key != NULL; (*n_kinds)++)
    g_strv_builder_add (builder, _(choices[*n_kinds].label));
  g_strv_builder_add (builder, _("Not said"));
  (*n_kinds)++;

  char **kinds = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);
  return kinds;
}

static char **
list_levels (TlMethod *method,
             guint    *n_levels)
{
  guint n = method != NULL ? tl_method_get_n_levels (method) : 0;
  char **levels = g_new0 (char *, n + 2);

  for (guint i = 0; i < n; i++)
    levels[i] = g_strdup (tl_method_get_level (method, i)->title);
  levels[n] = g_strdup (_("Not said"));
  *n_levels = n + 1;
  return levels;
}

static guint
find_kind (TlRecord *action,
           guint     n_kinds)
{
  const TlChoice *choices = get_strength ()->choices;
  const char *key = tl_record_get_text (action, "strength");

  for (guint i = 0; key != NULL && choices[i].key != NULL; i++)
    if (g_str_equal (choices[i].key, key))
      return i;
  return n_kinds - 1;
}

/* A level of another method than the review has now is one that nobody can place any more. */
static guint
find_level (TlRecord *action,
            TlMethod *method,
            guint     n_levels)
{
  const char *key = tl_record_get_text (action, "level");

  for (guint i = 0; key != NULL && i + 1 < n_levels; i++)
    if (g_str_equal (tl_method_get_level (method, i)->key, key))
      return i;
  return n_levels - 1;
}

/**
 * tl_action_counts_new:
 * @actions: (element-type TlRecord): actions, as of tl_board_list_actions()
 * @method: (nullable): the review's method
 *
 * Returns: (transfer full): their counts
 */
TlActionCounts *
tl_action_counts_new (GPtrArray *actions,
                      TlMethod  *method)
{
  g_return_val_if_fail (actions != NULL && (method == NULL || TL_IS_METHOD (method)), NULL);

  TlActionCounts *self = g_new0 (TlActionCounts, 1);

  self->base = actions->len;
  self->kinds = list_kinds (&self->n_kinds);
  self->levels = list_levels (method, &self->n_levels);
  self->counts = g_new0 (guint, self->n_kinds * self->n_levels);
  for (guint i = 0; i < actions->len; i++)
    {
      TlRecord *action = g_ptr_array_index (actions, i);
      guint kind = find_kind (action, self->n_kinds);

      self->counts[kind * self->n_levels + find_level (action, method, self->n_levels)]++;
    }
  return self;
}

void
tl_action_counts_free (TlActionCounts *self)
{
  if (self == NULL)
    return;
  g_strfreev (self->kinds);
  g_strfreev (self->levels);
  g_free (self->counts);
  g_free (self);
}

/**
 * tl_action_counts_get:
 *
 * Returns: how many actions are of @kind and @level
 */
guint
tl_action_counts_get (const TlActionCounts *self,
                      guint                 kind,
                      guint                 level)
{
  g_return_val_if_fail (self != NULL && kind < self->n_kinds && level < self->n_levels, 0);
  return self->counts[kind * self->n_levels + level];
}

/**
 * tl_action_counts_of_kind:
 *
 * Returns: how many actions are of @kind
 */
guint
tl_action_counts_of_kind (const TlActionCounts *self,
                          guint                 kind)
{
  guint sum = 0;

  g_return_val_if_fail (self != NULL && kind < self->n_kinds, 0);
  for (guint level = 0; level < self->n_levels; level++)
    sum += tl_action_counts_get (self, kind, level);
  return sum;
}

/**
 * tl_action_counts_of_level:
 *
 * Returns: how many actions are of @level
 */
guint
tl_action_counts_of_level (const TlActionCounts *self,
                           guint                 level)
{
  guint sum = 0;

  g_return_val_if_fail (self != NULL && level < self->n_levels, 0);
  for (guint kind = 0; kind < self->n_kinds; kind++)
    sum += tl_action_counts_get (self, kind, level);
  return sum;
}

/**
 * tl_action_counts_dup_text:
 *
 * Returns: (transfer full): the kinds of change as one sentence, for those who hear it: each that occurs, with its
 *   count, and the base
 */
char *
tl_action_counts_dup_text (const TlActionCounts *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->base == 0)
    return g_strdup (_("No actions yet."));

  GString *text = g_string_new (NULL);

  g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "Of %u action:", "Of %u actions:", self->base),
                          self->base);
  for (guint kind = 0, n_said = 0; kind < self->n_kinds; kind++)
    {
      guint n = tl_action_counts_of_kind (self, kind);

      if (n == 0)
        continue;
      g_string_append (text, n_said++ > 0 ? "; " : " ");
      /* Translators: a kind of change, and how many actions are of it. */
      g_string_append_printf (text, _("%s: %u"), self->kinds[kind], n);
    }
  g_string_append_c (text, '.');
  return g_string_free (text, FALSE);
}
