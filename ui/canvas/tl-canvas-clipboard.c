/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Factors and the links among them to the clipboard and from it, within a review and between reviews. What is on the
 * clipboard may come from any program and is read within bounds. */
#include "config.h"

#include "ui/canvas/tl-canvas-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ui/widgets/tl-cancellable.h"

#define TEXT_TYPE "text/plain;charset=utf-8"
#define CHUNK_BYTES (64 * 1024)

typedef struct {
  GInputStream *stream; /* owned */
  GByteArray *bytes;    /* owned */
  char *type;           /* owned */
  gboolean has_spot;
  TlCanvasSpot spot;
} Paste;

static void
paste_free (gpointer data)
{
  Paste *paste = data;

  g_clear_object (&paste->stream);
  g_byte_array_unref (paste->bytes);
  g_free (paste->type);
  g_free (paste);
}

static TlFragment *
copy_selected (TlCanvas *self)
{
  g_auto (GStrv) ids = self->scene != NULL && self->selection != NULL ? tl_selection_dup_ids (self->selection) : NULL;

  return ids != NULL ? tl_fragment_new (self->review, (const char *const *) ids) : NULL;
}

static void read_next (GTask *task);

static void
finish_read (GTask *task)
{
  TlCanvas *self = g_task_get_source_object (task);
  Paste *paste = g_task_get_task_data (task);
  g_autoptr (GBytes) bytes = g_byte_array_free_to_bytes (g_steal_pointer (&paste->bytes));
  g_autoptr (TlFragment) fragment = NULL;
  g_autoptr (GError) error = NULL;

  paste->bytes = g_byte_array_new ();
  if (self->scene == NULL)
    return;
  if (g_str_equal (paste->type, TL_FRAGMENT_MEDIA_TYPE))
    fragment = tl_fragment_new_from_xml (bytes, &error);
  else
    {
      g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

      fragment = tl_fragment_new_from_text (text, self->review, &error);
    }
  if (fragment != NULL)
    _tl_canvas_verb_paste (self, fragment, paste->has_spot ? &paste->spot : NULL);
  else
    _tl_canvas_notice_show (self, error->message);
}

/* Callbacks */

static void
chunk_read_cb (GObject      *stream,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (GTask) task = data;
  Paste *paste = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) chunk = g_input_stream_read_bytes_finish (G_INPUT_STREAM (stream), result, &error);

  if (chunk == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        _tl_canvas_notice_show (g_task_get_source_object (task), error->message);
      return;
    }
  g_byte_array_append (paste->bytes, g_bytes_get_data (chunk, NULL), (guint) g_bytes_get_size (chunk));
  /* One chunk more than is allowed is enough to be refused. */
  if (g_bytes_get_size (chunk) == 0 || paste->bytes->len > TL_FRAGMENT_MAX_BYTES)
    finish_read (task);
  else
    read_next (g_steal_pointer (&task));
}

static void
read_next (GTask *task)
{
  Paste *paste = g_task_get_task_data (task);

  g_input_stream_read_bytes_async (paste->stream, CHUNK_BYTES, G_PRIORITY_DEFAULT, g_task_get_cancellable (task),
                                   chunk_read_cb, task);
}

static void
stream_opened_cb (GObject      *clipboard,
                  GAsyncResult *result,
                  gpointer      data)
{
  g_autoptr (GTask) task = data;
  Paste *paste = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  const char *type;

  paste->stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (clipboard), result, &type, &error);
  if (paste->stream == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        _tl_canvas_notice_show (g_task_get_source_object (task), error->message);
      return;
    }
  paste->type = g_strdup (type);
  read_next (g_steal_pointer (&task));
}

void
_tl_canvas_clipboard_init (TlCanvas *self)
{
  g_signal_connect_object (gtk_widget_get_clipboard (GTK_WIDGET (self)), "changed",
                           G_CALLBACK (_tl_canvas_update_actions), self, G_CONNECT_SWAPPED);
}

/**
 * _tl_canvas_clipboard_can_paste:
 *
 * Returns: whether there is something on the clipboard that may become factors
 */
gboolean
_tl_canvas_clipboard_can_paste (TlCanvas *self)
{
  GdkContentFormats *formats = gdk_clipboard_get_formats (gtk_widget_get_clipboard (GTK_WIDGET (self)));

  return gdk_content_formats_contain_mime_type (formats, TL_FRAGMENT_MEDIA_TYPE)
         || gdk_content_formats_contain_mime_type (formats, TEXT_TYPE)
         || gdk_content_formats_contain_gtype (formats, G_TYPE_STRING);
}

/**
 * _tl_canvas_clipboard_copy:
 *
 * Puts the factors that are selected, with the links among them, on the clipboard.
 *
 * Returns: whether there was something to copy
 */
gboolean
_tl_canvas_clipboard_copy (TlCanvas *self)
{
  g_autoptr (TlFragment) fragment = copy_selected (self);
  g_autofree char *xml = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GdkContentProvider *providers[2];

  if (fragment == NULL)
    return FALSE;
  xml = tl_fragment_dup_xml (fragment);
  text = tl_fragment_dup_text (fragment);
  bytes = g_bytes_new (xml, strlen (xml));
  providers[0] = gdk_content_provider_new_for_bytes (TL_FRAGMENT_MEDIA_TYPE, bytes);
  providers[1] = gdk_content_provider_new_typed (G_TYPE_STRING, text);

  g_autoptr (GdkContentProvider) both = gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
  return gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), both);
}

/**
 * _tl_canvas_clipboard_paste:
 * @spot: (nullable): where; %NULL for a place near the originals, or in view
 *
 * Adds what is on the clipboard once it has been read, or says why not.
 */
void
_tl_canvas_clipboard_paste (TlCanvas           *self,
                            const TlCanvasSpot *spot)
{
  const char *types[] = { TL_FRAGMENT_MEDIA_TYPE, TEXT_TYPE, NULL };
  Paste *paste = g_new0 (Paste, 1);
  GTask *task;

  _tl_canvas_clipboard_cancel (self);
  self->paste_cancellable = g_cancellable_new ();
  task = g_task_new (self, self->paste_cancellable, NULL, NULL);
  paste->bytes = g_byte_array_new ();
  paste->has_spot = spot != NULL;
  if (spot != NULL)
    paste->spot = *spot;
  g_task_set_task_data (task, paste, paste_free);
  gdk_clipboard_read_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), types, G_PRIORITY_DEFAULT,
                            self->paste_cancellable, stream_opened_cb, task);
}

/**
 * _tl_canvas_clipboard_cancel:
 *
 * Waits no longer for what was to be pasted.
 */
void
_tl_canvas_clipboard_cancel (TlCanvas *self)
{
  tl_cancellable_stop (&self->paste_cancellable);
}

/**
 * _tl_canvas_clipboard_duplicate:
 *
 * Adds the factors that are selected, with the links among them, a second time. The clipboard stays as it is.
 */
void
_tl_canvas_clipboard_duplicate (TlCanvas *self)
{
  g_autoptr (TlFragment) fragment = copy_selected (self);

  if (fragment != NULL)
    _tl_canvas_verb_paste (self, fragment, NULL);
}
