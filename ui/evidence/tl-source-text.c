/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The text of a source, with the extracts that were marked in it beside or beneath. It fetches the text when that is
 * another one, and keeps three things together: where the caret is, which extract is spoken of, and what the window has
 * selected. */
#include "config.h"

#include "ui/evidence/tl-source-text.h"

#include <glib/gi18n.h>

#include "model/case/tl-extract.h"
#include "model/case/tl-source.h"
#include "ui/evidence/tl-extract-list.h"
#include "ui/evidence/tl-extract-tools.h"
#include "ui/evidence/tl-reader.h"
#include "ui/evidence/tl-reading.h"

/* From so many pixels on the extracts stand beside the text. */
#define WIDE 900

/* At first the extracts have so many pixels beside the text, or such a part of the height beneath it. */
#define BESIDE 340
#define BENEATH 0.42

struct _TlSourceText
{
  AdwBin parent_instance;

  TlSelection *selection; /* owned */
  TlTunnel    *tunnel;    /* owned, or NULL */
  TlRecord    *source;    /* owned, or NULL */
  char        *digest;    /* owned; of the text that the reader has */
  char        *body;      /* owned; the text, or NULL */
  GArray      *places;    /* of TlExtractPlace, in the order of the text */
  TlRecord    *extract;   /* borrowed from the places: the one that is spoken of, or NULL */

  GtkWidget *texts; /* the reader, or that there is no text */
  GtkWidget *no_text;
  GtkWidget *reader;
  GtkWidget *paned; /* the texts and the extracts */
  GtkWidget *hint;  /* beneath a text without extracts */
  GtkWidget *extracts;

  guint arrange_id;
  guint showing : 1; /* the caret is moved by the program */
  guint placed : 1;  /* the two have their parts of the room */
};

G_DEFINE_FINAL_TYPE (TlSourceText, tl_source_text, ADW_TYPE_BIN)

static TlReview *
get_review (TlSourceText *self)
{
  return tl_selection_get_review (self->selection);
}

static gboolean
is_beyond (TlSourceText *self,
           TlRecord     *extract)
{
  return self->tunnel != NULL && tl_tunnel_get_state (self->tunnel, tl_record_get_id (extract)) == TL_TUNNEL_NOT_YET;
}

static void
show_marks (TlSourceText *self)
{
  g_autofree TlReaderMark *marks = g_new (TlReaderMark, self->places->len);
  guint n = 0;

  for (guint i = 0; i < self->places->len; i++)
    {
      const TlExtractPlace *place = &g_array_index (self->places, TlExtractPlace, i);

      if (place->state == TL_EXTRACT_IN_PLACE)
        marks[n++] = (TlReaderMark) { place->start, place->end, place->extract == self->extract,
                                      is_beyond (self, place->extract) };
    }
  tl_reader_set_marks (TL_READER (self->reader), marks, n);
}

static void
set_extract (TlSourceText *self,
             TlRecord     *extract)
{
  if (self->extract == extract)
    return;
  self->extract = extract;
  show_marks (self);
  tl_extract_list_set_current (TL_EXTRACT_LIST (self->extracts), extract);
}

static void
collect_places (TlSourceText *self)
{
  TlRecord *extract = self->extract;

  g_array_unref (self->places);
  self->places = self->source != NULL && self->body != NULL
                     ? tl_extract_collect_places (get_review (self), self->source, self->body)
                     : g_array_new (FALSE, FALSE, sizeof (TlExtractPlace));
  self->extract = tl_extract_places_find (self->places, extract) != NULL ? extract : NULL;
  show_marks (self);
  tl_extract_list_set_places (TL_EXTRACT_LIST (self->extracts), self->places, self->tunnel);
  gtk_widget_set_visible (self->extracts, self->places->len > 0);
  gtk_widget_set_visible (self->hint, self->places->len == 0 && self->body != NULL
                                          && !tl_review_get_read_only (get_review (self)));
  if (self->extract != extract)
    tl_extract_list_set_current (TL_EXTRACT_LIST (self->extracts), NULL);
}

static void
show_no_text (TlSourceText *self,
              const char   *title,
              const char   *description)
{
  adw_status_page_set_title (ADW_STATUS_PAGE (self->no_text), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (self->no_text), description);
  g_autoptr (GArray) no_pages = g_array_new (FALSE, FALSE, sizeof (guint));

  tl_reader_set_body (TL_READER (self->reader), "", no_pages);
  gtk_stack_set_visible_child (GTK_STACK (self->texts), self->no_text);
}

static void
show_body (TlSourceText *self)
{
  const char *digest = self->source != NULL ? tl_record_get_text (self->source, "body") : NULL;
  g_autoptr (GError) error = NULL;

  if (self->digest != NULL && g_strcmp0 (digest, self->digest) == 0)
    return;
  g_free (self->digest);
  self->digest = g_strdup (digest);
  g_free (g_steal_pointer (&self->body));
  if (digest == NULL)
    {
      show_no_text (self, _("No text yet"), _("This source has been noted, but no text was taken in with it."));
      return;
    }

  self->body = tl_review_dup_body (get_review (self), digest, &error);
  if (self->body == NULL)
    {
      show_no_text (self, _("The text can’t be read"), error->message);
      return;
    }
  g_autoptr (GArray) pages = tl_source_dup_page_starts (self->source);
  self->showing = TRUE;
  tl_reader_set_body (TL_READER (self->reader), self->body, pages);
  self->showing = FALSE;
  gtk_stack_set_visible_child (GTK_STACK (self->texts), self->reader);
}

static void
refresh (TlSourceText *self)
{
  show_body (self);
  collect_places (self);
}

/* Callbacks */

/* Where the caret goes, there goes what is selected in the window, but not while a stretch is being selected. */
static void
moved_cb (TlSourceText *self)
{
  guint start, end;

  if (self->showing || self->body == NULL || tl_reader_get_selected (TL_READER (self->reader), &start, &end))
    return;
  set_extract (self, tl_extract_places_find_at (self->places, start));
  tl_selection_set_one (self->selection, tl_record_get_id (self->extract != NULL ? self->extract : self->source));
}

static void
chosen_cb (TlSourceText *self,
           TlRecord     *extract)
{
  tl_source_text_show_extract (self, extract);
  tl_selection_set_one (self->selection, tl_record_get_id (extract));
}

/* Beside the text where there is room for both at a comfortable measure, else beneath it. A paned carries its position
 * over to another orientation, so that is given only after the paned has got it. */
static gboolean
arrange_cb (gpointer user_data)
{
  TlSourceText *self = user_data;
  gboolean wide = gtk_widget_get_width (self->paned) >= WIDE;
  GtkOrientation orientation = wide ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL;

  self->arrange_id = 0;
  if (gtk_orientable_get_orientation (GTK_ORIENTABLE (self->paned)) != orientation)
    {
      gtk_orientable_set_orientation (GTK_ORIENTABLE (self->paned), orientation);
      self->placed = FALSE;
      return G_SOURCE_REMOVE;
    }
  if (!self->placed)
    gtk_paned_set_position (GTK_PANED (self->paned),
                            wide ? gtk_widget_get_width (self->paned) - BESIDE
                                 : (int) (gtk_widget_get_height (self->paned) * (1 - BENEATH)));
  self->placed = TRUE;
  return G_SOURCE_REMOVE;
}

static void
measured_cb (TlSourceText *self)
{
  if (self->arrange_id == 0)
    self->arrange_id = g_idle_add_full (GDK_PRIORITY_REDRAW - 1, arrange_cb, self, NULL);
}

static void
review_changed_cb (TlSourceText *self)
{
  if (self->source != NULL && tl_review_lookup (get_review (self), tl_record_get_id (self->source)) != NULL)
    refresh (self);
}

/* Parts */

static GtkWidget *
make_paned (TlSourceText *self)
{
  g_autoptr (GMenuModel) menu = tl_extract_tools_create_menu ();

  self->reader = tl_reader_new ();
  if (!tl_review_get_read_only (get_review (self)))
    tl_reader_set_tools (TL_READER (self->reader), tl_extract_tools_new (), menu);
  g_signal_connect_object (self->reader, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  self->no_text = adw_status_page_new ();
  gtk_widget_add_css_class (self->no_text, "compact");
  self->texts = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->texts), FALSE);
  gtk_stack_add_child (GTK_STACK (self->texts), self->reader);
  gtk_stack_add_child (GTK_STACK (self->texts), self->no_text);

  self->extracts = tl_extract_list_new (get_review (self));
  g_signal_connect_object (self->extracts, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_size_request (self->extracts, 220, 120);
  self->paned = gtk_paned_new (GTK_ORIENTATION_VERTICAL);
  gtk_paned_set_start_child (GTK_PANED (self->paned), self->texts);
  gtk_paned_set_shrink_start_child (GTK_PANED (self->paned), FALSE);
  gtk_paned_set_end_child (GTK_PANED (self->paned), self->extracts);
  gtk_paned_set_shrink_end_child (GTK_PANED (self->paned), FALSE);
  g_signal_connect_object (self->paned, "notify::max-position", G_CALLBACK (measured_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_vexpand (self->paned, TRUE);
  return self->paned;
}

/* Where one leaves off, for the next time. */
static void
keep_place (TlSourceText *self)
{
  guint start, end, seen;

  if (self->source == NULL || self->body == NULL)
    return;
  seen = tl_reader_get_seen (TL_READER (self->reader));
  if (seen == 0)
    return;
  tl_reader_get_selected (TL_READER (self->reader), &start, &end);
  tl_reading_keep (tl_record_get_id (self->source), start, seen, (guint) g_utf8_strlen (self->body, -1));
}

static void
return_to_place (TlSourceText *self)
{
  guint place = self->source != NULL ? tl_reading_get_place (tl_record_get_id (self->source)) : 0;

  if (self->body == NULL || place == 0)
    return;
  self->showing = TRUE;
  tl_reader_show (TL_READER (self->reader), place, place);
  self->showing = FALSE;
}

/* GtkWidget overrides */

static gboolean
tl_source_text_grab_focus (GtkWidget *widget)
{
  TlSourceText *self = TL_SOURCE_TEXT (widget);

  return gtk_widget_grab_focus (gtk_stack_get_visible_child (GTK_STACK (self->texts)));
}

/* GObject overrides */

static void
tl_source_text_dispose (GObject *object)
{
  TlSourceText *self = TL_SOURCE_TEXT (object);

  keep_place (self);
  g_clear_handle_id (&self->arrange_id, g_source_remove);
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->source);
  g_clear_object (&self->tunnel);
  g_clear_object (&self->selection);
  G_OBJECT_CLASS (tl_source_text_parent_class)->dispose (object);
}

static void
tl_source_text_finalize (GObject *object)
{
  TlSourceText *self = TL_SOURCE_TEXT (object);

  g_array_unref (self->places);
  g_free (self->digest);
  g_free (self->body);
  G_OBJECT_CLASS (tl_source_text_parent_class)->finalize (object);
}

static void
tl_source_text_class_init (TlSourceTextClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_source_text_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_source_text_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = tl_source_text_grab_focus;
}

static void
tl_source_text_init (TlSourceText *self)
{
  self->places = g_array_new (FALSE, FALSE, sizeof (TlExtractPlace));
}

/**
 * tl_source_text_new:
 * @selection: the window's selection
 *
 * Returns: (transfer floating): the text of no source yet
 */
GtkWidget *
tl_source_text_new (TlSelection *selection)
{
  g_return_val_if_fail (TL_IS_SELECTION (selection), NULL);

  TlSourceText *self = g_object_new (TL_TYPE_SOURCE_TEXT, NULL);

  self->selection = g_object_ref (selection);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->hint = gtk_label_new (_("Select words of the text and press E to mark them as an extract."));
  gtk_label_set_wrap (GTK_LABEL (self->hint), TRUE);
  gtk_widget_add_css_class (self->hint, "dim-label");
  gtk_widget_add_css_class (self->hint, "extracts-hint");
  gtk_box_append (GTK_BOX (box), make_paned (self));
  gtk_box_append (GTK_BOX (box), self->hint);
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (get_review (self), "changed", G_CALLBACK (review_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * tl_source_text_set_source:
 * @source: (nullable): what to read
 */
void
tl_source_text_set_source (TlSourceText *self,
                           TlRecord     *source)
{
  g_return_if_fail (TL_IS_SOURCE_TEXT (self));

  if (self->source == source)
    return;
  keep_place (self);
  g_set_object (&self->source, source);
  g_clear_pointer (&self->digest, g_free);
  self->extract = NULL;
  refresh (self);
  return_to_place (self);
}

/**
 * tl_source_text_set_tunnel:
 * @tunnel: the eyes to look through; once
 */
void
tl_source_text_set_tunnel (TlSourceText *self,
                           TlTunnel     *tunnel)
{
  g_return_if_fail (TL_IS_SOURCE_TEXT (self) && TL_IS_TUNNEL (tunnel) && self->tunnel == NULL);

  self->tunnel = g_object_ref (tunnel);
  g_signal_connect_object (tunnel, "changed", G_CALLBACK (collect_places), self, G_CONNECT_SWAPPED);
  collect_places (self);
}

/**
 * tl_source_text_show:
 * @start: the first character
 * @end: after the last
 *
 * Selects a stretch of the text and brings it into view.
 */
void
tl_source_text_show (TlSourceText *self,
                     guint         start,
                     guint         end)
{
  g_return_if_fail (TL_IS_SOURCE_TEXT (self));

  self->showing = TRUE;
  tl_reader_show (TL_READER (self->reader), start, end);
  self->showing = FALSE;
  set_extract (self, NULL);
}

/**
 * tl_source_text_show_extract:
 * @extract: an extract of the source
 *
 * Brings an extract into view and puts the caret at its beginning.
 */
void
tl_source_text_show_extract (TlSourceText *self,
                             TlRecord     *extract)
{
  g_return_if_fail (TL_IS_SOURCE_TEXT (self));

  const TlExtractPlace *place = tl_extract_places_find (self->places, extract);

  if (place == NULL)
    return;
  self->showing = TRUE;
  if (place->state != TL_EXTRACT_LOST)
    tl_reader_show (TL_READER (self->reader), place->start, place->start);
  self->showing = FALSE;
  set_extract (self, extract);
}

/**
 * tl_source_text_get_extract:
 *
 * Returns: (transfer none) (nullable): the extract that is spoken of
 */
TlRecord *
tl_source_text_get_extract (TlSourceText *self)
{
  g_return_val_if_fail (TL_IS_SOURCE_TEXT (self), NULL);
  return self->extract;
}

/**
 * tl_source_text_find_extract:
 * @back: towards the beginning
 *
 * Returns: (transfer none) (nullable): the extract that comes next in the text, after the one that is spoken of, else
 *   after the caret
 */
TlRecord *
tl_source_text_find_extract (TlSourceText *self,
                             gboolean      back)
{
  g_return_val_if_fail (TL_IS_SOURCE_TEXT (self), NULL);

  guint start, end, n = self->places->len, at = 0;
  const TlExtractPlace *places = (const TlExtractPlace *) self->places->data;

  tl_reader_get_selected (TL_READER (self->reader), &start, &end);
  if (n == 0)
    return NULL;
  if (self->extract != NULL)
    {
      at = (guint) (tl_extract_places_find (self->places, self->extract) - places);
      return places[back ? (at + n - 1) % n : (at + 1) % n].extract;
    }
  while (at < n && places[at].start < start)
    at++;
  return places[back ? (at + n - 1) % n : at % n].extract;
}

/**
 * tl_source_text_get_place:
 * @extract: an extract of the source
 * @start: (out): its first character in the text as it is now
 * @end: (out): after its last
 *
 * Returns: whether the text says what the extract quotes
 */
gboolean
tl_source_text_get_place (TlSourceText *self,
                          TlRecord     *extract,
                          guint        *start,
                          guint        *end)
{
  g_return_val_if_fail (TL_IS_SOURCE_TEXT (self) && start != NULL && end != NULL, FALSE);

  const TlExtractPlace *place = tl_extract_places_find (self->places, extract);

  if (place == NULL || place->state == TL_EXTRACT_LOST)
    return FALSE;
  *start = place->start;
  *end = place->end;
  return TRUE;
}

/**
 * tl_source_text_get_selected:
 * @start: (out): the first character
 * @end: (out): after the last
 *
 * Returns: whether any of the text is selected
 */
gboolean
tl_source_text_get_selected (TlSourceText *self,
                             guint        *start,
                             guint        *end)
{
  g_return_val_if_fail (TL_IS_SOURCE_TEXT (self), FALSE);
  return self->body != NULL && tl_reader_get_selected (TL_READER (self->reader), start, end);
}

/**
 * tl_source_text_dup_anchor:
 * @start: a character of the text
 *
 * Returns: (transfer full): the page or line to cite it by
 */
char *
tl_source_text_dup_anchor (TlSourceText *self,
                           guint         start)
{
  g_return_val_if_fail (TL_IS_SOURCE_TEXT (self) && self->body != NULL, NULL);
  return tl_extract_dup_anchor (self->source, self->body, start);
}

/**
 * tl_source_text_find_card:
 * @extract: (nullable): an extract of the source
 *
 * Returns: (transfer none) (nullable): its card
 */
GtkWidget *
tl_source_text_find_card (TlSourceText *self,
                          TlRecord     *extract)
{
  g_return_val_if_fail (TL_IS_SOURCE_TEXT (self), NULL);
  return tl_extract_list_find_card (TL_EXTRACT_LIST (self->extracts), extract);
}

/**
 * tl_source_text_find:
 *
 * Opens the bar to find words in the text.
 */
void
tl_source_text_find (TlSourceText *self)
{
  g_return_if_fail (TL_IS_SOURCE_TEXT (self));

  if (self->body != NULL)
    tl_reader_find (TL_READER (self->reader));
}

/**
 * tl_source_text_find_next:
 * @back: towards the beginning
 *
 * Goes to the next place of what was looked for last.
 */
void
tl_source_text_find_next (TlSourceText *self,
                          gboolean      back)
{
  g_return_if_fail (TL_IS_SOURCE_TEXT (self));

  tl_reader_find_next (TL_READER (self->reader), back);
}
