/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A factor where factors are gathered: what it says, its level, and the episodes in which it was found. */
#include "config.h"

#include "ui/findings/tl-factor-row.h"

#include <glib/gi18n.h>

#include "ui/widgets/tl-graph-wording.h"
#include "ui/widgets/tl-wording.h"

#define MAX_LINES 3

struct _TlFactorRow
{
  GtkListBoxRow parent_instance;

  TlRecord *factor; /* owned */

  GtkWidget *statement;
  GtkWidget *facts;
};

G_DEFINE_FINAL_TYPE (TlFactorRow, tl_factor_row, GTK_TYPE_LIST_BOX_ROW)

static GtkWidget *
make_label (int lines)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), lines);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

/* GObject overrides */

static void
tl_factor_row_finalize (GObject *object)
{
  g_clear_object (&TL_FACTOR_ROW (object)->factor);
  G_OBJECT_CLASS (tl_factor_row_parent_class)->finalize (object);
}

static void
tl_factor_row_class_init (TlFactorRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_factor_row_finalize;
}

static void
tl_factor_row_init (TlFactorRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->statement = make_label (MAX_LINES);
  self->facts = make_label (1);
  gtk_widget_add_css_class (self->facts, "caption");
  gtk_box_append (GTK_BOX (box), self->statement);
  gtk_box_append (GTK_BOX (box), self->facts);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "factor");
}

/**
 * tl_factor_row_new:
 * @factor: a factor
 *
 * Returns: (transfer floating): a row that is to be refreshed
 */
GtkWidget *
tl_factor_row_new (TlRecord *factor)
{
  g_return_val_if_fail (tl_record_is (factor, "factor"), NULL);

  TlFactorRow *self = g_object_new (TL_TYPE_FACTOR_ROW, NULL);

  self->factor = g_object_ref (factor);
  return GTK_WIDGET (self);
}

/**
 * tl_factor_row_get_factor:
 *
 * Returns: (transfer none): the factor
 */
TlRecord *
tl_factor_row_get_factor (TlFactorRow *self)
{
  g_return_val_if_fail (TL_IS_FACTOR_ROW (self), NULL);
  return self->factor;
}

/* (transfer full): its level, and the episodes in which it was found */
static char *
dup_facts (TlFactorRow *self,
           TlReview    *review,
           TlMethod    *method)
{
  const char *level = tl_graph_wording_level (method, self->factor);
  const char *const *ids = tl_record_get_list (self->factor, "episodes");
  GString *facts = g_string_new (level);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      TlRecord *episode = tl_review_lookup (review, ids[i]);
      g_autofree char *name = episode != NULL ? tl_wording_name (review, episode) : NULL;

      if (name != NULL)
        g_string_append_printf (facts, "%s%s", facts->len > 0 ? " · " : "", name);
    }
  return g_string_free (facts, FALSE);
}

/**
 * tl_factor_row_refresh:
 * @review: the factor's review
 * @method: (nullable): its method
 *
 * Shows what the review says now. There may be hundreds of rows, of which an edit changes one.
 */
void
tl_factor_row_refresh (TlFactorRow *self,
                       TlReview    *review,
                       TlMethod    *method)
{
  g_return_if_fail (TL_IS_FACTOR_ROW (self) && TL_IS_REVIEW (review));

  const char *statement = tl_graph_wording_statement (self->factor);
  g_autofree char *facts = dup_facts (self, review, method);
  g_autofree char *whole = g_strdup_printf ("%s\n%s", statement, facts);

  if (g_str_equal (gtk_label_get_text (GTK_LABEL (self->statement)), statement)
      && g_str_equal (gtk_label_get_text (GTK_LABEL (self->facts)), facts))
    return;
  gtk_label_set_text (GTK_LABEL (self->statement), statement);
  gtk_label_set_text (GTK_LABEL (self->facts), facts);
  gtk_widget_set_visible (self->facts, facts[0] != '\0');
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), g_strchomp (whole));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, statement,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, facts, -1);
}
