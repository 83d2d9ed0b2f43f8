/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page that is read from top to bottom, and the labels that it consists of. */
#include "config.h"

#include "ui/board/tl-board-reading.h"

#include "ui/widgets/tl-wrapped.h"

/**
 * tl_board_find_method:
 *
 * Returns: (transfer full) (nullable): the method of @review
 */
TlMethod *
tl_board_find_method (TlReview *review)
{
  g_return_val_if_fail (TL_IS_REVIEW (review), NULL);

  const char *id = tl_record_get_text (tl_review_get_subject (review), "method");
  return id != NULL ? tl_method_lookup (id, NULL) : NULL;
}

/**
 * tl_board_reading_new:
 * @review: a review
 *
 * Returns: (transfer full): a reading that has told nothing yet
 */
TlBoardReading *
tl_board_reading_new (TlReview *review)
{
  g_return_val_if_fail (TL_IS_REVIEW (review), NULL);

  TlBoardReading *self = g_new0 (TlBoardReading, 1);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");

  self->review = g_object_ref (review);
  self->method = tl_board_find_method (review);
  self->acronyms = tl_acronyms_new_for_review (review);
  self->told = g_hash_table_new (g_str_hash, g_str_equal);
  tl_date_parse (today, &self->today);
  return self;
}

void
tl_board_reading_free (TlBoardReading *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->told);
  tl_acronyms_free (self->acronyms);
  g_clear_object (&self->method);
  g_object_unref (self->review);
  g_free (self);
}

/**
 * tl_board_reading_tell:
 * @text: what stands on the page next
 *
 * Returns: (transfer full): as it is read, with acronyms told at their first use
 */
char *
tl_board_reading_tell (TlBoardReading *self,
                       const char     *text)
{
  g_return_val_if_fail (self != NULL && text != NULL, NULL);
  return tl_acronyms_expand (self->acronyms, text, self->told);
}

/**
 * tl_board_reading_show:
 * @label: a label
 * @text: (nullable): what stands on the page next; without it the label is not shown
 */
void
tl_board_reading_show (TlBoardReading *self,
                       GtkWidget      *label,
                       const char     *text)
{
  g_return_if_fail (self != NULL && GTK_IS_LABEL (label));

  gboolean any = text != NULL && text[0] != '\0';
  g_autofree char *told = any ? tl_board_reading_tell (self, text) : NULL;

  gtk_label_set_text (GTK_LABEL (label), any ? told : "");
  gtk_widget_set_visible (label, any);
}

/**
 * tl_board_label_new:
 * @style: (nullable): a style class
 *
 * Returns: (transfer floating): a label of as many lines as it takes
 */
GtkWidget *
tl_board_label_new (const char *style)
{
  GtkWidget *label = tl_wrapped_new (NULL, style);

  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  return label;
}
