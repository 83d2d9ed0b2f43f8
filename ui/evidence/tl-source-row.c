/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One source in the list of sources: what it is called, what kind of document it is, whose and of when, and how many
 * extracts have been marked in it. */
#include "config.h"

#include "ui/evidence/tl-source-row.h"

#include <glib/gi18n.h>

#include "model/base/tl-date.h"
#include "ui/evidence/tl-reading.h"
#include "ui/widgets/tl-term.h"
#include "ui/widgets/tl-tunnel-style.h"

struct _TlSourceRow
{
  GtkBox parent_instance;

  TlReview *review; /* owned */
  TlRecord *source; /* owned, or NULL */
  TlTunnel *tunnel; /* owned, or NULL */

  GtkWidget *title;
  GtkWidget *facts;
  GtkWidget *extracts;
};

G_DEFINE_FINAL_TYPE (TlSourceRow, tl_source_row, GTK_TYPE_BOX)

static GtkWidget *
make_label (TlSourceRow *self,
            const char  *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (self), label);
  return label;
}

/* GObject overrides */

static void
tl_source_row_dispose (GObject *object)
{
  TlSourceRow *self = TL_SOURCE_ROW (object);

  g_clear_object (&self->source);
  g_clear_object (&self->tunnel);
  g_clear_object (&self->review);
  G_OBJECT_CLASS (tl_source_row_parent_class)->dispose (object);
}

static void
tl_source_row_class_init (TlSourceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_source_row_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "sourcerow");
}

static void
tl_source_row_init (TlSourceRow *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->title = make_label (self, "title");
  gtk_label_set_lines (GTK_LABEL (self->title), 3);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  self->facts = make_label (self, "caption");
  self->extracts = make_label (self, "caption");
}

/**
 * tl_source_row_new:
 * @review: a review
 *
 * Returns: (transfer floating): the row of no source yet
 */
GtkWidget *
tl_source_row_new (TlReview *review)
{
  g_return_val_if_fail (TL_IS_REVIEW (review), NULL);

  TlSourceRow *self = g_object_new (TL_TYPE_SOURCE_ROW, NULL);

  self->review = g_object_ref (review);
  return GTK_WIDGET (self);
}

/**
 * tl_source_row_set_source:
 * @source: (nullable): what to show
 */
void
tl_source_row_set_source (TlSourceRow *self,
                          TlRecord    *source)
{
  g_return_if_fail (TL_IS_SOURCE_ROW (self));

  g_set_object (&self->source, source);
  tl_source_row_refresh (self);
}

/**
 * tl_source_row_set_tunnel:
 * @tunnel: (nullable): what says whether the source was known
 */
void
tl_source_row_set_tunnel (TlSourceRow *self,
                          TlTunnel    *tunnel)
{
  g_return_if_fail (TL_IS_SOURCE_ROW (self));
  g_set_object (&self->tunnel, tunnel);
}

/* What has been done with it so far. */
static char *
dup_work (const char *extracts,
          TlReading   reading)
{
  if (reading == TL_READING_NOT_BEGUN)
    return g_strdup (extracts);
  /* Translators: extracts that were marked in a source, as in "3 extracts", and how far it has been read. */
  return g_strdup_printf (_("%s · %s"), extracts,
                          reading == TL_READING_IN_PART ? _("read in part") : _("read to the end"));
}

/**
 * tl_source_row_refresh:
 *
 * Shows what the review says now.
 */
void
tl_source_row_refresh (TlSourceRow *self)
{
  g_return_if_fail (TL_IS_SOURCE_ROW (self));

  if (self->source == NULL || tl_review_lookup (self->review, tl_record_get_id (self->source)) == NULL)
    return;

  g_autofree char *title = tl_review_dup_title (self->review, self->source);
  g_autofree char *facts = tl_source_row_dup_facts (self->review, self->source);
  g_autoptr (GPtrArray) extracts
      = tl_review_get_referrers (self->review, tl_record_get_id (self->source), "extract", "source");
  g_autofree char *count
      = extracts->len > 0
            ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u extract", "%u extracts", extracts->len), extracts->len)
            : g_strdup (_("Nothing marked yet"));

  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_label_set_text (GTK_LABEL (self->facts), facts);
  gtk_widget_set_visible (self->facts, facts[0] != '\0');
  g_autofree char *work = dup_work (count, tl_reading_get (tl_record_get_id (self->source)));
  g_autofree char *shown = tl_tunnel_style_show (GTK_WIDGET (self), self->tunnel, self->source, work);
  gtk_label_set_text (GTK_LABEL (self->extracts), shown);
  g_autofree char *about = g_strdup_printf ("%s, %s", facts, shown);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, about, -1);
}

/**
 * tl_source_row_dup_facts:
 * @review: a review
 * @source: one of its sources
 *
 * Returns: (transfer full): what kind of document it is, whose and of when, as far as that is known
 */
char *
tl_source_row_dup_facts (TlReview *review,
                         TlRecord *source)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && tl_record_is (source, "source"), NULL);

  static const char *const refs[] = { "role", "agency" };
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (g_free);
  const TlField *type = tl_kind_find_field (tl_record_get_kind (source), "type");
  const char *key = tl_record_get_text (source, "type");
  const char *date = tl_record_get_text (source, "date");
  TlDate when;

  if (key != NULL)
    g_ptr_array_add (facts, tl_terms_dup_label (review, type, key));
  for (guint i = 0; i < G_N_ELEMENTS (refs); i++)
    {
      const char *id = tl_record_get_text (source, refs[i]);
      TlRecord *record = id != NULL ? tl_review_lookup (review, id) : NULL;

      if (record != NULL)
        g_ptr_array_add (facts, tl_review_dup_title (review, record));
    }
  if (date != NULL)
    g_ptr_array_add (facts, tl_date_parse (date, &when) ? tl_date_format (&when) : g_strdup (date));
  g_ptr_array_add (facts, NULL);
  return g_strjoinv (" · ", (char **) facts->pdata);
}
