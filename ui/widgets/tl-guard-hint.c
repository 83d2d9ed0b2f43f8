/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The hindsight guard where a line is typed in passing, on a card or in the outline: guarded expressions are underlined
 * and explained by a tooltip. To keep one, its field in the inspector has the whole guard. */
#include "config.h"

#include "ui/widgets/tl-guard-hint.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ui/widgets/tl-guard-words.h"

static GPtrArray *
find (GtkWidget  *widget,
      const char *text)
{
  TlReview *review = g_object_get_data (G_OBJECT (widget), "tl-guard-review");
  TlGuardWords *words = review != NULL ? tl_guard_words_get_for (review) : tl_guard_words_get_default ();

  return tl_words_find (tl_guard_words_get_words (words), text);
}

/* Says what the first one hides, or nothing. */
static void
explain (GtkWidget *widget,
         GPtrArray *hits)
{
  g_autofree char *sentence = NULL;

  if (hits->len > 0)
    {
      const TlWordHit *hit = g_ptr_array_index (hits, 0);

      /* Translators: an expression, what it hides, and a question to ask instead. */
      sentence = g_strdup_printf (_("Guarded expression “%s”. %s Ask instead: %s"), hit->text, hit->explanation,
                                  hit->question);
      gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence, -1);
    }
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  gtk_widget_set_tooltip_text (widget, sentence);
}

static void
entry_changed_cb (GtkEntry *entry)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));
  g_autoptr (GPtrArray) hits = find (GTK_WIDGET (entry), text);
  g_autoptr (PangoAttrList) marks = pango_attr_list_new ();

  for (guint i = 0; i < hits->len; i++)
    {
      const TlWordHit *hit = g_ptr_array_index (hits, i);
      PangoAttribute *mark = pango_attr_underline_new (PANGO_UNDERLINE_ERROR);

      mark->start_index = (guint) (g_utf8_offset_to_pointer (text, hit->start) - text);
      mark->end_index = mark->start_index + (guint) strlen (hit->text);
      pango_attr_list_insert (marks, mark);
    }
  gtk_entry_set_attributes (entry, marks);
  explain (GTK_WIDGET (entry), hits);
}

static void
view_changed_cb (GtkTextView   *view,
                 GtkTextBuffer *buffer)
{
  GtkTextTag *tag = g_object_get_data (G_OBJECT (view), "tl-guard-tag");
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  g_autofree char *text = gtk_text_buffer_get_slice (buffer, &start, &end, TRUE);
  g_autoptr (GPtrArray) hits = find (GTK_WIDGET (view), text);

  gtk_text_buffer_remove_tag (buffer, tag, &start, &end);
  for (guint i = 0; i < hits->len; i++)
    {
      const TlWordHit *hit = g_ptr_array_index (hits, i);

      gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) hit->start);
      gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) hit->end);
      gtk_text_buffer_apply_tag (buffer, tag, &start, &end);
    }
  explain (GTK_WIDGET (view), hits);
}

/**
 * tl_guard_hint_attach_to_entry:
 * @entry: in which something is typed that the reviewers make of the case; its tooltip is from now on the guard's
 * @review: the review
 */
void
tl_guard_hint_attach_to_entry (GtkEntry *entry,
                               TlReview *review)
{
  g_return_if_fail (GTK_IS_ENTRY (entry) && TL_IS_REVIEW (review));

  tl_guard_hint_set_review (GTK_WIDGET (entry), review);
  g_signal_connect (entry, "changed", G_CALLBACK (entry_changed_cb), NULL);
  entry_changed_cb (entry);
}

/**
 * tl_guard_hint_attach_to_view:
 * @view: in which something is typed that the reviewers make of the case; its tooltip is from now on the guard's
 */
void
tl_guard_hint_attach_to_view (GtkTextView *view)
{
  g_return_if_fail (GTK_IS_TEXT_VIEW (view));

  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);

  g_object_set_data (G_OBJECT (view), "tl-guard-tag",
                     gtk_text_buffer_create_tag (buffer, NULL, "underline", PANGO_UNDERLINE_ERROR, NULL));
  g_signal_connect_object (buffer, "changed", G_CALLBACK (view_changed_cb), view, G_CONNECT_SWAPPED);
}

/**
 * tl_guard_hint_set_review:
 * @widget: what the guard is attached to
 * @review: (nullable): whose people it knows from now on
 */
void
tl_guard_hint_set_review (GtkWidget *widget,
                          TlReview  *review)
{
  g_return_if_fail (GTK_IS_WIDGET (widget) && (review == NULL || TL_IS_REVIEW (review)));

  g_object_set_data_full (G_OBJECT (widget), "tl-guard-review", review != NULL ? g_object_ref (review) : NULL,
                          g_object_unref);
}
