/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The why behind a finding: its small graph as a sheet of paper, and the same in words for whoever would rather read
 * it. It is drawn anew when what stands behind the finding may have changed. */
#define G_LOG_DOMAIN "tl-board"

#include "config.h"

#include "ui/board/tl-why-view.h"

#include <glib/gi18n.h>

#include "model/report/tl-why-picture.h"
#include "ui/board/tl-finding-text.h"
#include "ui/board/tl-why-job.h"
#include "ui/board/tl-why-sheet.h"
#include "ui/widgets/tl-cancellable.h"

struct _TlWhyView
{
  AdwBin parent_instance;

  /* Owned */
  TlReview     *review;
  TlRecord     *finding;
  GCancellable *cancellable; /* of the drawing under way */

  GtkWidget *sheet;
  GtkWidget *words;

  guint stale : 1; /* to be drawn when it is next seen */
};

G_DEFINE_FINAL_TYPE (TlWhyView, tl_why_view, ADW_TYPE_BIN)

static void
show_picture (TlWhyView *self,
              TlPicture *picture)
{
  g_auto (GStrv) sentences = tl_why_picture_dup_sentences (picture);
  g_autofree char *words = g_strjoinv ("\n", sentences);

  tl_why_sheet_set_picture (TL_WHY_SHEET (self->sheet), picture);
  gtk_label_set_text (GTK_LABEL (self->words), words);
  gtk_widget_set_visible (GTK_WIDGET (self), picture->factors->len > 0);
}

static void
drawn_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (TlWhyView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) pictures = tl_why_job_draw_finish (result, &error);

  /* A finding that was removed meanwhile, or a drawing that another one followed. */
  if (pictures == NULL || self->finding == NULL)
    {
      g_debug ("%s", error != NULL ? error->message : "nothing to draw");
      return;
    }
  g_clear_object (&self->cancellable);
  show_picture (self, g_ptr_array_index (pictures, 0));
}

/* It hides itself while it has nothing to show, so its place is asked. */
static gboolean
is_seen (TlWhyView *self)
{
  GtkWidget *place = gtk_widget_get_parent (GTK_WIDGET (self));
  return place != NULL && gtk_widget_get_mapped (place);
}

static void
draw (TlWhyView *self)
{
  const char *const findings[] = { self->finding != NULL ? tl_record_get_id (self->finding) : NULL, NULL };

  tl_cancellable_stop (&self->cancellable);
  self->stale = !is_seen (self);
  if (self->finding == NULL || self->stale)
    return;
  self->cancellable = g_cancellable_new ();
  tl_why_job_draw_async (tl_review_get_path (self->review), findings, self->cancellable, drawn_cb, g_object_ref (self));
}

/* Anything that is not the board's own may stand behind a finding; what was removed can't be asked any more. */
static void
review_changed_cb (TlWhyView             *self,
                   const TlReviewChanges *changes)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, changes->ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      TlRecord *record = tl_review_lookup (self->review, id);

      if (record == NULL || (!tl_record_is (record, "response") && !tl_record_is (record, "action")))
        {
          draw (self);
          return;
        }
    }
}

/* GObject overrides */

static void
tl_why_view_dispose (GObject *object)
{
  TlWhyView *self = TL_WHY_VIEW (object);

  tl_cancellable_stop (&self->cancellable);
  g_clear_object (&self->finding);
  g_clear_object (&self->review);
  G_OBJECT_CLASS (tl_why_view_parent_class)->dispose (object);
}

static void
tl_why_view_class_init (TlWhyViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_why_view_dispose;
}

static void
tl_why_view_init (TlWhyView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *heading = tl_board_label_new (tl_finding_part_get_style (TL_FINDING_PART_PICTURE));
  GtkWidget *expander = gtk_expander_new (_("The same in words"));

  self->sheet = tl_why_sheet_new ();
  self->words = tl_board_label_new ("finding-text");
  gtk_expander_set_child (GTK_EXPANDER (expander), self->words);
  gtk_label_set_text (GTK_LABEL (heading), _("The why behind it"));
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), self->sheet);
  gtk_box_append (GTK_BOX (box), expander);
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * tl_why_view_new:
 * @review: a review
 *
 * Returns: (transfer floating): a view of no finding yet
 */
GtkWidget *
tl_why_view_new (TlReview *review)
{
  g_return_val_if_fail (TL_IS_REVIEW (review), NULL);

  TlWhyView *self = g_object_new (TL_TYPE_WHY_VIEW, NULL);

  self->review = g_object_ref (review);
  g_signal_connect_object (review, "changed", G_CALLBACK (review_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * tl_why_view_set_finding:
 * @finding: (nullable): what is to be explained; shown when its graph is drawn, and only if it has one
 */
void
tl_why_view_set_finding (TlWhyView *self,
                         TlRecord  *finding)
{
  g_return_if_fail (TL_IS_WHY_VIEW (self) && (finding == NULL || tl_record_is (finding, "finding")));

  if (!g_set_object (&self->finding, finding))
    return;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  draw (self);
}

/**
 * tl_why_view_set_scale:
 * @scale: how large the graph is where there is room
 */
void
tl_why_view_set_scale (TlWhyView *self,
                       double     scale)
{
  g_return_if_fail (TL_IS_WHY_VIEW (self));
  tl_why_sheet_set_scale (TL_WHY_SHEET (self->sheet), scale);
}

/**
 * tl_why_view_refresh:
 *
 * Draws what was not drawn because nobody saw it; to be called when the page is seen.
 */
void
tl_why_view_refresh (TlWhyView *self)
{
  g_return_if_fail (TL_IS_WHY_VIEW (self));

  if (self->stale)
    draw (self);
}
