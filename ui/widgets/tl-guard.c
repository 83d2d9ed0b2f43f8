/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The hindsight guard of one text view: underlines expressions that judge a case by its end, explains them and lets
 * them be kept. It stops nothing and counts nothing. What is underlined is a tag in the buffer and nothing else; a
 * keystroke looks again at the sentences it touches, a long text is looked through in idle slices. */
#include "config.h"

#include "ui/widgets/tl-guard.h"

#include <glib/gi18n.h>
#include <string.h>

#include "model/case/tl-kept-wording.h"
#include "ui/widgets/tl-guard-popover.h"
#include "ui/widgets/tl-guard-words.h"
#include "ui/widgets/tl-report.h"

#define SLICE 2000 /* characters at a time */
#define QUOTING "\"'>\n“”„‘’«»"

struct _TlGuard
{
  GObject parent_instance;

  GtkTextView   *view; /* unowned: it owns the guard */
  GtkTextBuffer *buffer;
  TlReview      *review;
  TlRecord      *record;
  const TlField *field;

  GtkTextTag  *tag;
  GHashTable  *kept;
  GtkTextMark *waiting; /* from where on the text has yet to be looked through */
  char        *deleted; /* what is being deleted */
  GtkWidget   *popover;
  guint        idle;
};

G_DEFINE_FINAL_TYPE (TlGuard, tl_guard, G_TYPE_OBJECT)

/* Looking */

/* The stretch between empty lines that holds both places. */
static void
extend_to_paragraph (GtkTextIter *start,
                     GtkTextIter *end)
{
  gtk_text_iter_set_line_offset (start, 0);
  while (!gtk_text_iter_is_start (start))
    {
      GtkTextIter line = *start;

      gtk_text_iter_backward_line (&line);
      if (gtk_text_iter_ends_line (&line))
        break;
      *start = line;
    }
  while (!gtk_text_iter_is_end (end))
    {
      if (!gtk_text_iter_ends_line (end))
        gtk_text_iter_forward_to_line_end (end);
      if (!gtk_text_iter_forward_line (end) || gtk_text_iter_ends_line (end))
        break;
    }
}

static GPtrArray *
find_around (TlGuard *self,
             guint    from,
             guint    to,
             gboolean whole,
             guint   *first,
             guint   *after)
{
  TlWords *words = tl_guard_words_get_words (tl_guard_words_get_for (self->review));
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, (int) from);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &end, (int) to);
  extend_to_paragraph (&start, &end);

  guint offset = (guint) gtk_text_iter_get_offset (&start);
  guint length = (guint) gtk_text_iter_get_offset (&end) - offset;
  g_autofree char *paragraph = gtk_text_buffer_get_slice (self->buffer, &start, &end, TRUE);
  GPtrArray *hits = tl_words_find_around (words, paragraph, whole ? 0 : MIN (from - offset, length),
                                          whole ? length : MIN (to - offset, length), first, after);

  *first += offset;
  *after += offset;
  for (guint i = 0; i < hits->len; i++)
    {
      TlWordHit *hit = g_ptr_array_index (hits, i);

      hit->start += offset;
      hit->end += offset;
    }
  return hits;
}

/* Returns: up to where it was looked. */
static guint
look (TlGuard *self,
      guint    from,
      guint    to,
      gboolean whole)
{
  guint first, after;
  g_autoptr (GPtrArray) hits = find_around (self, from, to, whole, &first, &after);
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, (int) first);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &end, (int) after);
  gtk_text_buffer_remove_tag (self->buffer, self->tag, &start, &end);
  for (guint i = 0; i < hits->len; i++)
    {
      const TlWordHit *hit = g_ptr_array_index (hits, i);

      if (tl_kept_wording_is_kept (self->kept, hit->text))
        continue;
      gtk_text_buffer_get_iter_at_offset (self->buffer, &start, (int) hit->start);
      gtk_text_buffer_get_iter_at_offset (self->buffer, &end, (int) hit->end);
      gtk_text_buffer_apply_tag (self->buffer, self->tag, &start, &end);
    }
  return after;
}

static gboolean
look_on_cb (gpointer user_data)
{
  TlGuard *self = user_data;
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &iter, self->waiting);

  guint from = (guint) gtk_text_iter_get_offset (&iter);
  guint length = (guint) gtk_text_buffer_get_char_count (self->buffer);
  guint after = look (self, from, MIN (from + SLICE, length), FALSE);

  gtk_text_buffer_get_iter_at_offset (self->buffer, &iter, (int) after);
  gtk_text_buffer_move_mark (self->buffer, self->waiting, &iter);
  if (after < length)
    return G_SOURCE_CONTINUE;
  self->idle = 0;
  return G_SOURCE_REMOVE;
}

/* From @from on the text is looked through when there is time. */
static void
look_later (TlGuard *self,
            guint    from)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &iter, self->waiting);
  if (self->idle == 0 || from < (guint) gtk_text_iter_get_offset (&iter))
    {
      gtk_text_buffer_get_iter_at_offset (self->buffer, &iter, (int) from);
      gtk_text_buffer_move_mark (self->buffer, self->waiting, &iter);
    }
  if (self->idle == 0)
    self->idle = g_idle_add (look_on_cb, self);
}

static gboolean
is_quoting (gunichar c)
{
  return c != 0 && g_utf8_strchr (QUOTING, -1, c) != NULL;
}

/* A quotation mark may change what the rest of its paragraph is. */
static void
look_at_change (TlGuard    *self,
                guint       from,
                guint       to,
                const char *text)
{
  GtkTextIter before, after;
  gboolean whole = FALSE;

  if (to - from > SLICE)
    {
      look_later (self, from);
      return;
    }
  gtk_text_buffer_get_iter_at_offset (self->buffer, &before, (int) from);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &after, (int) to);
  whole = is_quoting (gtk_text_iter_get_char (&after))
          || (gtk_text_iter_backward_char (&before) && is_quoting (gtk_text_iter_get_char (&before)));
  for (const char *p = text; *p != '\0' && !whole; p = g_utf8_next_char (p))
    whole = is_quoting (g_utf8_get_char (p));
  look (self, from, to, whole);
}

/* What stands at a place, or %NULL. */
static TlWordHit *
find_at (TlGuard           *self,
         const GtkTextIter *iter)
{
  guint offset = (guint) gtk_text_iter_get_offset (iter);
  guint first, after;
  g_autoptr (GPtrArray) hits = find_around (self, offset, offset, FALSE, &first, &after);

  for (guint i = 0; i < hits->len; i++)
    {
      const TlWordHit *hit = g_ptr_array_index (hits, i);

      if (hit->start <= offset && offset <= hit->end && !tl_kept_wording_is_kept (self->kept, hit->text))
        return g_ptr_array_steal_index (hits, i);
    }
  return NULL;
}

static gboolean
is_marked (TlGuard           *self,
           const GtkTextIter *iter)
{
  return gtk_text_iter_has_tag (iter, self->tag) || gtk_text_iter_ends_tag (iter, self->tag);
}

/* Telling */

static void
describe (TlGuard *self)
{
  GtkTextIter iter;
  g_autoptr (TlWordHit) hit = NULL;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &iter, gtk_text_buffer_get_insert (self->buffer));
  if (is_marked (self, &iter))
    hit = find_at (self, &iter);
  if (hit != NULL)
    {
      g_autofree char *description
          = g_strdup_printf (_("Guarded expression “%s”. %s Ask instead: %s F8 opens it."), hit->text,
                             hit->explanation, hit->question);

      gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                      -1);
      return;
    }

  gtk_text_buffer_get_start_iter (self->buffer, &iter);
  if (gtk_text_iter_has_tag (&iter, self->tag) || gtk_text_iter_forward_to_tag_toggle (&iter, self->tag))
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    _("Holds a guarded expression; F8 goes to it."), -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

static void
keep_cb (TlGuard    *self,
         const char *words,
         const char *reason)
{
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (self->review, _("Keep a Wording"), &error);

  if (edit != NULL)
    {
      gboolean done = tl_kept_wording_keep (edit, tl_record_get_id (self->record), self->field->name, words, reason,
                                            &error);
      g_autofree char *change = tl_edit_finish (edit, done, &error);
    }
  if (error != NULL)
    tl_report_error (GTK_WIDGET (self->view), error);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static gboolean
drop_popover_cb (gpointer user_data)
{
  gtk_widget_unparent (user_data);
  return G_SOURCE_REMOVE;
}

/* Not at once: the popover is still at work when it says so. */
static void
popover_closed_cb (TlGuard    *self,
                   GtkPopover *popover)
{
  if (self->popover != GTK_WIDGET (popover))
    return;
  self->popover = NULL;
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, drop_popover_cb, g_object_ref (popover), g_object_unref);
}

static gboolean
open_at (TlGuard           *self,
         const GtkTextIter *iter)
{
  g_autoptr (TlWordHit) hit = find_at (self, iter);
  GtkTextIter start = *iter;
  GdkRectangle place;

  if (hit == NULL || self->popover != NULL)
    return FALSE;

  gtk_text_iter_set_offset (&start, (int) hit->start);
  gtk_text_view_get_iter_location (self->view, &start, &place);
  gtk_text_view_buffer_to_window_coords (self->view, GTK_TEXT_WINDOW_WIDGET, place.x, place.y, &place.x, &place.y);
  self->popover = tl_guard_popover_new (hit, gtk_text_view_get_editable (self->view));
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self->view));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &place);
  g_signal_connect_object (self->popover, "keep", G_CALLBACK (keep_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->popover, "closed", G_CALLBACK (popover_closed_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (self->popover));
  return TRUE;
}

/* Callbacks */

static void
inserted_cb (TlGuard     *self,
             GtkTextIter *location,
             const char  *text,
             int          length)
{
  guint to = (guint) gtk_text_iter_get_offset (location);

  look_at_change (self, to - (guint) g_utf8_strlen (text, length), to, text);
}

/* Before it is deleted, for then it is not known what it was. */
static void
deleting_cb (TlGuard     *self,
             GtkTextIter *start,
             GtkTextIter *end)
{
  g_free (self->deleted);
  self->deleted = gtk_text_buffer_get_slice (self->buffer, start, end, TRUE);
}

static void
deleted_cb (TlGuard     *self,
            GtkTextIter *start)
{
  g_autofree char *text = g_steal_pointer (&self->deleted);
  guint offset = (guint) gtk_text_iter_get_offset (start);

  if (gtk_text_buffer_get_char_count (self->buffer) > 0)
    look_at_change (self, offset, offset, text != NULL ? text : "");
}

static void
kept_changed_cb (TlGuard *self)
{
  g_clear_pointer (&self->kept, g_hash_table_unref);
  self->kept = tl_kept_wording_collect (self->review, tl_record_get_id (self->record), self->field->name);
  look_later (self, 0);
}

static void
words_changed_cb (TlGuard *self)
{
  look_later (self, 0);
}

static void
caret_moved_cb (TlGuard *self)
{
  describe (self);
}

static gboolean
query_tooltip_cb (TlGuard    *self,
                  int         x,
                  int         y,
                  gboolean    by_keyboard,
                  GtkTooltip *tooltip)
{
  GtkTextIter iter;

  if (by_keyboard)
    gtk_text_buffer_get_iter_at_mark (self->buffer, &iter, gtk_text_buffer_get_insert (self->buffer));
  else
    {
      gtk_text_view_window_to_buffer_coords (self->view, GTK_TEXT_WINDOW_WIDGET, x, y, &x, &y);
      gtk_text_view_get_iter_at_location (self->view, &iter, x, y);
    }
  if (self->popover != NULL || !is_marked (self, &iter))
    return FALSE;

  g_autoptr (TlWordHit) hit = find_at (self, &iter);

  if (hit == NULL)
    return FALSE;

  g_autofree char *text = g_strdup_printf ("%s\n%s", hit->explanation, hit->question);

  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

/* Before the view is taken apart: it knows nothing of this child. */
static void
view_unmapped_cb (TlGuard *self)
{
  if (self->popover != NULL)
    gtk_widget_unparent (g_steal_pointer (&self->popover));
}

/* GObject overrides */

static void
tl_guard_dispose (GObject *object)
{
  TlGuard *self = TL_GUARD (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->kept, g_hash_table_unref);
  g_clear_object (&self->buffer);
  g_clear_object (&self->review);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (tl_guard_parent_class)->dispose (object);
}

static void
tl_guard_finalize (GObject *object)
{
  g_free (TL_GUARD (object)->deleted);
  G_OBJECT_CLASS (tl_guard_parent_class)->finalize (object);
}

static void
tl_guard_class_init (TlGuardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_guard_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_guard_finalize;
}

static void
tl_guard_init (TlGuard *self)
{
}

static void
connect_signals (TlGuard *self)
{
  TlRecordList *kept = tl_review_get_list (self->review, "kept_wording");

  g_signal_connect_object (self->buffer, "insert-text", G_CALLBACK (inserted_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->buffer, "delete-range", G_CALLBACK (deleting_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "delete-range", G_CALLBACK (deleted_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->buffer, "notify::cursor-position", G_CALLBACK (caret_moved_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (kept, "items-changed", G_CALLBACK (kept_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tl_guard_words_get_for (self->review), "changed", G_CALLBACK (words_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "query-tooltip", G_CALLBACK (query_tooltip_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "unmap", G_CALLBACK (view_unmapped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self->view), TRUE);
}

/**
 * tl_guard_attach:
 * @view: shows and edits the text
 * @record: whose text it is
 * @field: which of its fields, one that holds what the reviewers make of the case
 *
 * Guards what is typed in @view from now on.
 *
 * Returns: (transfer none): the guard; it lives as long as @view
 */
TlGuard *
tl_guard_attach (GtkTextView   *view,
                 TlReview      *review,
                 TlRecord      *record,
                 const TlField *field)
{
  g_return_val_if_fail (GTK_IS_TEXT_VIEW (view) && TL_IS_REVIEW (review) && TL_IS_RECORD (record), NULL);
  g_return_val_if_fail (field != NULL && (field->flags & TL_FIELD_ANALYTIC) != 0, NULL);

  TlGuard *self = g_object_new (TL_TYPE_GUARD, NULL);
  GtkTextIter start;

  self->view = view;
  self->buffer = g_object_ref (gtk_text_view_get_buffer (view));
  self->review = g_object_ref (review);
  self->record = g_object_ref (record);
  self->field = field;
  self->kept = tl_kept_wording_collect (review, tl_record_get_id (record), field->name);
  self->tag = gtk_text_buffer_create_tag (self->buffer, NULL, "underline", PANGO_UNDERLINE_ERROR, NULL);
  gtk_text_buffer_get_start_iter (self->buffer, &start);
  self->waiting = gtk_text_buffer_create_mark (self->buffer, NULL, &start, TRUE);
  connect_signals (self);
  if (gtk_text_buffer_get_char_count (self->buffer) > 0)
    look_later (self, 0);
  g_object_set_data_full (G_OBJECT (view), "tl-guard", self, g_object_unref);
  return self;
}

/**
 * tl_guard_go_on:
 * @backwards: whether to the one before
 *
 * Goes to the next guarded expression, after the last to the first, selects it and says what it hides. At an expression
 * that is not selected yet, that one is the next.
 *
 * Returns: whether there is any
 */
gboolean
tl_guard_go_on (TlGuard  *self,
                gboolean  backwards)
{
  g_return_val_if_fail (TL_IS_GUARD (self), FALSE);

  GtkTextIter start, end;
  gboolean found;

  gtk_text_buffer_get_selection_bounds (self->buffer, &start, &end);
  if (backwards)
    {
      found = gtk_text_iter_backward_to_tag_toggle (&start, self->tag);
      if (!found)
        {
          gtk_text_buffer_get_end_iter (self->buffer, &start);
          found = gtk_text_iter_backward_to_tag_toggle (&start, self->tag);
        }
      if (found && !gtk_text_iter_starts_tag (&start, self->tag))
        gtk_text_iter_backward_to_tag_toggle (&start, self->tag);
    }
  else
    {
      start = end;
      while ((found = gtk_text_iter_forward_to_tag_toggle (&start, self->tag))
             && !gtk_text_iter_starts_tag (&start, self->tag))
        ;
      if (!found)
        {
          gtk_text_buffer_get_start_iter (self->buffer, &start);
          found = gtk_text_iter_starts_tag (&start, self->tag)
                  || gtk_text_iter_forward_to_tag_toggle (&start, self->tag);
        }
    }
  if (!found)
    return FALSE;

  end = start;
  gtk_text_iter_forward_to_tag_toggle (&end, self->tag);
  gtk_text_buffer_select_range (self->buffer, &start, &end);
  gtk_text_view_scroll_mark_onscreen (self->view, gtk_text_buffer_get_insert (self->buffer));
  return open_at (self, &start);
}

/**
 * tl_guard_dup_marked:
 *
 * Returns: (transfer full): what is underlined, separated by bars
 */
char *
tl_guard_dup_marked (TlGuard *self)
{
  g_return_val_if_fail (TL_IS_GUARD (self), NULL);

  GString *marked = g_string_new (NULL);
  GtkTextIter start, end;

  gtk_text_buffer_get_start_iter (self->buffer, &start);
  while (gtk_text_iter_starts_tag (&start, self->tag) || gtk_text_iter_forward_to_tag_toggle (&start, self->tag))
    {
      end = start;
      gtk_text_iter_forward_to_tag_toggle (&end, self->tag);

      g_autofree char *text = gtk_text_buffer_get_slice (self->buffer, &start, &end, TRUE);

      g_string_append_printf (marked, "%s%s", marked->len > 0 ? "|" : "", text);
      start = end;
    }
  return g_string_free (marked, FALSE);
}
