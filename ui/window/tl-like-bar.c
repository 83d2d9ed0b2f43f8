/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Chooses a finding like which others are looked for: of a review from a file, or of a record of the library. Emits
 * "changed". */
#include "config.h"

#include "ui/window/tl-like-bar.h"

#include <glib/gi18n.h>

#include "ui/dialogs/tl-file-chooser.h"
#include "ui/widgets/tl-drop-down-name.h"
#include "ui/widgets/tl-label-button.h"
#include "ui/widgets/tl-report.h"
#include "ui/widgets/tl-wrapped.h"

/* Of a statement as much as fits a line of the list. */
#define N_SHOWN 90

struct _TlLikeBar
{
  AdwBin parent_instance;

  /* Of the tree of widgets */
  GtkDropDown *findings;
  GtkLabel    *statement;

  TlLikeSubject *subject; /* owned; NULL while there is none */
};

G_DEFINE_FINAL_TYPE (TlLikeBar, tl_like_bar, ADW_TYPE_BIN)

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const TlLikeFinding *
get_chosen (TlLikeBar *self)
{
  guint chosen = gtk_drop_down_get_selected (self->findings);

  return self->subject != NULL && chosen < self->subject->findings->len ? self->subject->findings->pdata[chosen] : NULL;
}

static char *
dup_line (const TlLikeFinding *finding)
{
  const char *text = finding->text != NULL ? finding->text : _("Not released");
  g_autofree char *shown = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), N_SHOWN));

  return g_strdup_printf ("%u. %s%s", finding->number, shown, g_utf8_strlen (text, -1) > N_SHOWN ? "…" : "");
}

/* Callbacks */

static void
chosen_cb (TlLikeBar *self)
{
  const TlLikeFinding *finding = get_chosen (self);
  const char *text = finding != NULL ? finding->text : NULL;

  gtk_label_set_text (self->statement, finding == NULL ? _("Choose a review whose findings others may be like; or of "
                                                           "any finding that is shown behind a count, choose "
                                                           "“Findings Like This One”.")
                                                       : text != NULL ? text : _("Not released"));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (TlLikeBar) self = user_data;
  g_autoptr (GFile) file = tl_file_chooser_finish (result, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlReview) review = NULL;

  if (file == NULL)
    return;
  review = tl_review_open (g_file_peek_path (file), TL_REVIEW_OPEN_READ_ONLY, &error);
  if (review == NULL)
    {
      tl_report_error (GTK_WIDGET (self), error);
      return;
    }
  tl_like_bar_set_subject (self, tl_like_subject_of_review (review), NULL);
}

static void
browse_cb (TlLikeBar *self)
{
  tl_file_chooser_open_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("Choose a Review"),
                              TL_FILE_REVIEW, file_chosen_cb, g_object_ref (self));
}

/* GObject overrides */

static void
tl_like_bar_finalize (GObject *object)
{
  g_clear_pointer (&TL_LIKE_BAR (object)->subject, tl_like_subject_free);
  G_OBJECT_CLASS (tl_like_bar_parent_class)->finalize (object);
}

static void
tl_like_bar_class_init (TlLikeBarClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_like_bar_finalize;

  /**
   * TlLikeBar::changed:
   *
   * Another finding is chosen.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
tl_like_bar_init (TlLikeBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *browse = tl_label_button_new (_("Findings of a _Review…"));

  self->findings = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  tl_drop_down_set_name (self->findings, _("Finding"));
  gtk_widget_set_visible (GTK_WIDGET (self->findings), FALSE);
  self->statement = GTK_LABEL (tl_wrapped_new (NULL, NULL));
  gtk_label_set_selectable (self->statement, TRUE);
  gtk_box_append (GTK_BOX (line), browse);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->findings));
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->statement));
  gtk_widget_add_css_class (box, "page-options");
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (browse, "clicked", G_CALLBACK (browse_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->findings, "notify::selected-item", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  chosen_cb (self);
}

/**
 * tl_like_bar_new:
 *
 * Returns: (transfer floating): a bar in which nothing is chosen
 */
GtkWidget *
tl_like_bar_new (void)
{
  return g_object_new (TL_TYPE_LIKE_BAR, NULL);
}

/**
 * tl_like_bar_set_subject:
 * @subject: (transfer full): the findings of a review
 * @finding: (nullable): the one that is chosen, as tl_like_subject_find() knows it; the first if %NULL
 */
void
tl_like_bar_set_subject (TlLikeBar     *self,
                         TlLikeSubject *subject,
                         const char    *finding)
{
  g_return_if_fail (TL_IS_LIKE_BAR (self) && subject != NULL);

  g_autoptr (GtkStringList) lines = gtk_string_list_new (NULL);
  guint chosen = 0;

  for (guint i = 0; i < subject->findings->len; i++)
    {
      const TlLikeFinding *at = subject->findings->pdata[i];
      g_autofree char *line = dup_line (at);

      gtk_string_list_append (lines, line);
    }
  if (finding == NULL || !tl_like_subject_find (subject, finding, &chosen, NULL))
    chosen = 0;
  g_clear_pointer (&self->subject, tl_like_subject_free);
  gtk_drop_down_set_model (self->findings, NULL);
  self->subject = subject;
  gtk_drop_down_set_model (self->findings, G_LIST_MODEL (lines));
  gtk_drop_down_set_selected (self->findings, chosen);
  gtk_widget_set_visible (GTK_WIDGET (self->findings), subject->findings->len > 0);
  chosen_cb (self);
}

/**
 * tl_like_bar_dup_chosen:
 *
 * Returns: (transfer full) (nullable): the chosen finding alone
 */
TlLikeSubject *
tl_like_bar_dup_chosen (TlLikeBar *self)
{
  g_return_val_if_fail (TL_IS_LIKE_BAR (self), NULL);

  return get_chosen (self) != NULL ? tl_like_subject_copy (self->subject, gtk_drop_down_get_selected (self->findings))
                                   : NULL;
}

/**
 * tl_like_bar_tell:
 * @asked: (inout): where to say which finding is chosen
 *
 * Returns: %FALSE if none is, or one that no library can know
 */
gboolean
tl_like_bar_tell (TlLikeBar *self,
                  TlAsked   *asked)
{
  g_return_val_if_fail (TL_IS_LIKE_BAR (self) && asked != NULL, FALSE);

  const TlLikeFinding *finding = get_chosen (self);

  if (finding == NULL || finding->pseudonym == NULL || self->subject->review == NULL)
    return FALSE;
  asked->review = g_strdup (self->subject->review);
  asked->finding = g_strdup (finding->pseudonym);
  return TRUE;
}
