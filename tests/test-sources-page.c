/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page of sources in a real window: what is read, marked, found and attached there. */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "model/review/tl-edit.h"
#include "model/review/tl-history.h"
#include "model/review/tl-review-file.h"
#include "tests/temporary.h"
#include "tests/window-case.h"
#include "ui/evidence/tl-extract-card.h"
#include "ui/evidence/tl-reader-find.h"
#include "ui/evidence/tl-reader-text.h"
#include "ui/evidence/tl-source-form.h"
#include "ui/evidence/tl-source-list.h"
#include "ui/evidence/tl-source-row.h"
#include "ui/evidence/tl-source-text.h"
#include "ui/evidence/tl-sources-page.h"
#include "ui/fields/tl-field-row.h"
#include "ui/inspector/tl-inspector.h"
#include "ui/widgets/tl-record-picker.h"
#include "ui/window/tl-review-window-private.h"

#define BODY "First visit.\nShe was asleep – I let her be.\n\nSecond visit.\nI let her\nbe once more. It’s late.\n"
#define ASLEEP_START 21
#define ASLEEP_END 27
#define LINE "A line of the usual length, with an é in it now and then."

typedef struct {
  char           *path;
  TlReview       *review;
  TlReviewWindow *window;
  TlSourcesPage  *page;
  char           *record; /* a source with BODY */
  char           *minutes; /* another, without a text */
  char           *factor;
} Fixture;

static guint
count_within (GtkWidget *root,
              GType      type)
{
  guint n = g_type_is_a (G_OBJECT_TYPE (root), type) && gtk_widget_get_mapped (root);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_within (child, type);
  return n;
}

static char *
add_source (TlEdit     *edit,
            const char *title,
            const char *type,
            const char *body)
{
  g_autoptr (GError) error = NULL;
  char *id = tl_edit_add (edit, "source", NULL, &error);

  tl_edit_set (edit, id, "title", title, &error);
  tl_edit_set (edit, id, "type", type, &error);
  tl_edit_set (edit, id, "body", body, &error);
  g_assert_no_error (error);
  return id;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->path = make_path ("review.throughline");
  g_assert_true (tl_review_create_titled (fixture->path, 0, "A test", "learning-together", "england_2018", &error));
  fixture->review = tl_review_open (fixture->path, TL_REVIEW_OPEN_DEFAULT, &error);
  g_assert_no_error (error);

  TlEdit *edit = tl_edit_begin (fixture->review, NULL, &error);
  fixture->record = add_source (edit, "Case record", "record", BODY);
  fixture->minutes = add_source (edit, "Minutes", "minutes", NULL);
  fixture->factor = tl_edit_add (edit, "factor", NULL, &error);
  tl_edit_set (edit, fixture->factor, "statement", "One visit a month", &error);
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);

  fixture->window = TL_REVIEW_WINDOW (tl_review_window_new (NULL, fixture->review));
  tl_review_window_show_page (fixture->window, "sources");
  gtk_window_present (GTK_WINDOW (fixture->window));
  WAIT_UNTIL (gtk_widget_get_mapped (GTK_WIDGET (fixture->window)));
  fixture->page = TL_SOURCES_PAGE (find_within (GTK_WIDGET (fixture->window), TL_TYPE_SOURCES_PAGE));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  close_on (fixture->window, fixture->review);
  g_free (fixture->path);
  g_free (fixture->record);
  g_free (fixture->minutes);
  g_free (fixture->factor);
}

static GtkWidget *
find (Fixture *fixture,
      GType    type)
{
  GtkWidget *found = find_within (GTK_WIDGET (fixture->page), type);

  g_assert_nonnull (found);
  return found;
}

static TlSourceText *
get_text (Fixture *fixture)
{
  return TL_SOURCE_TEXT (find (fixture, TL_TYPE_SOURCE_TEXT));
}

static GtkTextBuffer *
get_buffer (Fixture *fixture)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (find (fixture, TL_TYPE_READER_TEXT)));
}

static TlRecordList *
get_list (Fixture    *fixture,
          const char *kind)
{
  return tl_review_get_list (fixture->review, kind);
}

static void
activate (Fixture    *fixture,
          const char *action,
          const char *target)
{
  GVariant *value = target != NULL ? g_variant_new_string (target) : NULL;

  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (fixture->page), action, value));
}

static const char *
mark (Fixture *fixture,
      guint    start,
      guint    end)
{
  guint n = tl_record_list_get_n (get_list (fixture, "extract"));
  const char *id;

  tl_review_window_reveal (fixture->window, fixture->record);
  tl_source_text_show (get_text (fixture), start, end);
  activate (fixture, "sources.mark", NULL);
  g_assert_cmpuint (tl_record_list_get_n (get_list (fixture, "extract")), ==, n + 1);
  id = tl_record_get_id (tl_source_text_get_extract (get_text (fixture)));
  return id;
}

static void
undo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tl_review_undo (fixture->review, NULL, NULL, &error));
  g_assert_no_error (error);
}

static void
set_body (Fixture    *fixture,
          const char *body)
{
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (fixture->review, NULL, &error);

  tl_edit_set (edit, fixture->record, "body", body, &error);
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);
}

static void
test_list (Fixture      *fixture,
           gconstpointer data)
{
  GtkWidget *list = find (fixture, TL_TYPE_SOURCE_LIST);
  GtkWidget *search = find_within (list, GTK_TYPE_SEARCH_ENTRY);

  WAIT_UNTIL (count_within (list, TL_TYPE_SOURCE_ROW) == 2);
  gtk_editable_set_text (GTK_EDITABLE (search), "minut");
  WAIT_UNTIL (count_within (list, TL_TYPE_SOURCE_ROW) == 1);
  gtk_editable_set_text (GTK_EDITABLE (search), "");
  WAIT_UNTIL (count_within (list, TL_TYPE_SOURCE_ROW) == 2);
  gtk_widget_activate_action (find_within (list, GTK_TYPE_LIST_VIEW), "source-list.type", "s", "record");
  WAIT_UNTIL (count_within (list, TL_TYPE_SOURCE_ROW) == 1);

  /* What is to be seen is not hidden by what was searched for. */
  tl_review_window_reveal (fixture->window, fixture->minutes);
  WAIT_UNTIL (count_within (list, TL_TYPE_SOURCE_ROW) == 2);
  g_assert_true (tl_source_list_get_source (TL_SOURCE_LIST (list))
                 == tl_review_lookup (fixture->review, fixture->minutes));
}

static void
test_text (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *text = NULL;

  tl_review_window_reveal (fixture->window, fixture->record);
  g_object_get (get_buffer (fixture), "text", &text, NULL);
  g_assert_cmpstr (text, ==, BODY);
  tl_review_window_reveal (fixture->window, fixture->minutes);
  WAIT_UNTIL (!gtk_widget_get_mapped (find (fixture, TL_TYPE_READER_TEXT)));
}

static void
test_mark (Fixture      *fixture,
           gconstpointer data)
{
  const char *id = mark (fixture, ASLEEP_START, ASLEEP_END);
  TlRecord *extract = tl_review_lookup (fixture->review, id);
  TlInspector *inspector = TL_INSPECTOR (find_within (GTK_WIDGET (fixture->window), TL_TYPE_INSPECTOR));

  g_assert_cmpstr (tl_record_get_text (extract, "quotation"), ==, "asleep");
  g_assert_cmpstr (tl_record_get_text (extract, "anchor"), ==, "line 2");
  g_assert_true (tl_inspector_get_record (inspector) == extract);
  g_assert_nonnull (tl_source_text_find_card (get_text (fixture), extract));
  WAIT_UNTIL (count_within (GTK_WIDGET (fixture->page), TL_TYPE_EXTRACT_CARD) == 1);
  undo (fixture);
  WAIT_UNTIL (count_within (GTK_WIDGET (fixture->page), TL_TYPE_EXTRACT_CARD) == 0);
}

static gboolean
has_tag (Fixture    *fixture,
         const char *name,
         int         offset)
{
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (get_buffer (fixture)), name);
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (get_buffer (fixture), &iter, offset);
  return gtk_text_iter_has_tag (&iter, tag);
}

static void
test_overlap (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *wide = g_strdup (mark (fixture, 13, 43));
  g_autofree char *narrow = g_strdup (mark (fixture, ASLEEP_START, ASLEEP_END));

  g_assert_true (has_tag (fixture, "mark-1", 13));
  g_assert_true (has_tag (fixture, "mark-2", ASLEEP_START));
  g_assert_false (has_tag (fixture, "mark-2", ASLEEP_END));
  g_assert_true (has_tag (fixture, "mark-1", 42));
  g_assert_false (has_tag (fixture, "mark-1", 43));
  g_assert_true (has_tag (fixture, "current", ASLEEP_START));

  activate (fixture, "sources.previous-extract", NULL);
  g_assert_cmpstr (tl_record_get_id (tl_source_text_get_extract (get_text (fixture))), ==, wide);
  activate (fixture, "sources.next-extract", NULL);
  g_assert_cmpstr (tl_record_get_id (tl_source_text_get_extract (get_text (fixture))), ==, narrow);
}

/* The caret says which extract is spoken of. */
static void
test_caret (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char *id = g_strdup (mark (fixture, ASLEEP_START, ASLEEP_END));
  TlInspector *inspector = TL_INSPECTOR (find_within (GTK_WIDGET (fixture->window), TL_TYPE_INSPECTOR));
  GtkTextIter iter;

  gtk_text_buffer_get_start_iter (get_buffer (fixture), &iter);
  gtk_text_buffer_place_cursor (get_buffer (fixture), &iter);
  g_assert_null (tl_source_text_get_extract (get_text (fixture)));
  g_assert_cmpstr (tl_record_get_id (tl_inspector_get_record (inspector)), ==, fixture->record);
  gtk_text_iter_set_offset (&iter, ASLEEP_START + 2);
  gtk_text_buffer_place_cursor (get_buffer (fixture), &iter);
  g_assert_cmpstr (tl_record_get_id (tl_inspector_get_record (inspector)), ==, id);
}

/* The Enter key comes sooner than any pause in typing. */
static void
test_what_is_typed_last_is_attached_to (Fixture      *fixture,
                                        gconstpointer data)
{
  tl_review_window_reveal (fixture->window, fixture->record);
  tl_source_text_show (get_text (fixture), ASLEEP_START, ASLEEP_END);
  activate (fixture, "sources.attach-against", "");
  GtkWidget *picker = find (fixture, TL_TYPE_RECORD_PICKER);
  GtkWidget *search = find_within (picker, GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (search), "qqqzzz");
  g_signal_emit_by_name (search, "activate");
  g_assert_cmpuint (tl_record_list_get_n (get_list (fixture, "support")), ==, 0);
  gtk_editable_set_text (GTK_EDITABLE (search), "visit");
  g_signal_emit_by_name (search, "activate");
  g_assert_cmpuint (tl_record_list_get_n (get_list (fixture, "support")), ==, 1);
  WAIT_UNTIL (find_within (GTK_WIDGET (fixture->page), TL_TYPE_RECORD_PICKER) == NULL);
}

/* Marking and attaching is one thing, and is undone as one. */
static void
test_attach (Fixture      *fixture,
             gconstpointer data)
{
  GtkWidget *picker;

  tl_review_window_reveal (fixture->window, fixture->record);
  tl_source_text_show (get_text (fixture), ASLEEP_START, ASLEEP_END);
  activate (fixture, "sources.attach-against", "");
  picker = find (fixture, TL_TYPE_RECORD_PICKER);
  g_signal_emit_by_name (picker, "picked", fixture->factor);
  gtk_popover_popdown (GTK_POPOVER (picker));
  WAIT_UNTIL (find_within (GTK_WIDGET (fixture->page), TL_TYPE_RECORD_PICKER) == NULL);

  TlRecordList *supports = get_list (fixture, "support");
  g_assert_cmpuint (tl_record_list_get_n (get_list (fixture, "extract")), ==, 1);
  g_assert_cmpuint (tl_record_list_get_n (supports), ==, 1);
  g_assert_cmpstr (tl_record_get_text (tl_record_list_get (supports, 0), "target"), ==, fixture->factor);
  g_assert_cmpstr (tl_record_get_text (tl_record_list_get (supports, 0), "stance"), ==, "against");

  activate (fixture, "sources.detach", tl_record_get_id (tl_record_list_get (supports, 0)));
  g_assert_cmpuint (tl_record_list_get_n (supports), ==, 0);
  undo (fixture);
  g_assert_cmpuint (tl_record_list_get_n (supports), ==, 1);
  undo (fixture);
  g_assert_cmpuint (tl_record_list_get_n (supports), ==, 0);
  g_assert_cmpuint (tl_record_list_get_n (get_list (fixture, "extract")), ==, 0);
}

static void
test_make (Fixture      *fixture,
           gconstpointer data)
{
  mark (fixture, 13, 43);
  activate (fixture, "sources.make-factor", "");
  g_assert_cmpuint (tl_record_list_get_n (get_list (fixture, "factor")), ==, 2);
  g_assert_cmpuint (tl_record_list_get_n (get_list (fixture, "support")), ==, 1);
  activate (fixture, "sources.make-event", "");
  g_assert_cmpuint (tl_record_list_get_n (get_list (fixture, "event")), ==, 1);
  g_assert_cmpuint (tl_record_list_get_n (get_list (fixture, "account")), ==, 1);
  undo (fixture);
  undo (fixture);
  undo (fixture);
  g_assert_cmpuint (tl_record_list_get_n (get_list (fixture, "extract")), ==, 0);
}

static void
test_replaced (Fixture      *fixture,
               gconstpointer data)
{
  g_autofree char *id = g_strdup (mark (fixture, ASLEEP_START, ASLEEP_END));
  TlRecord *extract = tl_review_lookup (fixture->review, id);
  guint start, end;

  set_body (fixture, "Checked.\n" BODY);
  g_assert_true (tl_source_text_get_place (get_text (fixture), extract, &start, &end));
  g_assert_cmpuint (start, ==, ASLEEP_START + 9);
  activate (fixture, "sources.find-again", id);
  g_assert_cmpint (tl_record_get_int (extract, "start", 0), ==, ASLEEP_START + 9);
  g_assert_cmpstr (tl_record_get_text (extract, "anchor"), ==, "line 3");
  set_body (fixture, "Nothing.");
  g_assert_false (tl_source_text_get_place (get_text (fixture), extract, &start, &end));
}

/* What one could not know yet is faded, and says so in words. */
static void
test_tunnel (Fixture      *fixture,
             gconstpointer data)
{
  g_autofree char *id = g_strdup (mark (fixture, ASLEEP_START, ASLEEP_END));
  TlTunnel *tunnel = fixture->window->tunnel;
  g_autoptr (GError) error = NULL;
  GtkWidget *card = tl_source_text_find_card (get_text (fixture), tl_review_lookup (fixture->review, id));
  TlEdit *edit = tl_edit_begin (fixture->review, NULL, &error);
  g_autofree char *role = tl_edit_add (edit, "role", NULL, &error);
  TlDate date;

  tl_edit_set (edit, id, "known_from", "2012-05", &error);
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);
  g_assert_true (tl_date_parse ("2012-03", &date));
  tl_tunnel_set_view (tunnel, role, &date);
  g_assert_true (gtk_widget_has_css_class (card, "tunnel-not-yet"));
  g_assert_true (has_tag (fixture, "faded", ASLEEP_START));
  tl_tunnel_set_view (tunnel, NULL, NULL);
  g_assert_false (gtk_widget_has_css_class (card, "tunnel-not-yet"));
  g_assert_false (has_tag (fixture, "faded", ASLEEP_START));
}

static void
test_find (Fixture      *fixture,
           gconstpointer data)
{
  GtkWidget *bar = find (fixture, TL_TYPE_READER_FIND);
  GtkWidget *entry = find_within (bar, GTK_TYPE_SEARCH_ENTRY);
  guint start, end;

  tl_review_window_reveal (fixture->window, fixture->record);
  activate (fixture, "sources.find", NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "i LET her be");
  WAIT_UNTIL (tl_source_text_get_selected (get_text (fixture), &start, &end));
  g_assert_cmpuint (start, ==, 30);
  activate (fixture, "sources.find-next", NULL);
  g_assert_true (tl_source_text_get_selected (get_text (fixture), &start, &end));
  g_assert_cmpuint (start, ==, 59); /* over a line end */
  gtk_editable_set_text (GTK_EDITABLE (entry), "it's");
  WAIT_UNTIL (tl_source_text_get_selected (get_text (fixture), &start, &end) && start == 83);

  /* The Enter key comes sooner than any pause in typing. */
  gtk_editable_set_text (GTK_EDITABLE (entry), "i let her be");
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (tl_source_text_get_selected (get_text (fixture), &start, &end));
  g_assert_cmpuint (start, ==, 30);
  g_signal_emit_by_name (entry, "search-changed"); /* as after the pause */
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (tl_source_text_get_selected (get_text (fixture), &start, &end));
  g_assert_cmpuint (start, ==, 59);
}

static void
test_place (Fixture      *fixture,
            gconstpointer data)
{
  guint start, end;

  tl_sources_page_show_text (fixture->page, fixture->record, 45, 45);
  g_assert_false (tl_source_text_get_selected (get_text (fixture), &start, &end));
  g_assert_cmpuint (start, ==, 45);

  tl_sources_page_show_text (fixture->page, fixture->record, 30, 35);
  g_assert_true (tl_source_text_get_selected (get_text (fixture), &start, &end));
  g_assert_cmpuint (start, ==, 30);
  g_assert_cmpuint (end, ==, 35);
}

static void
test_conversation (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TlRecord *source;

  activate (fixture, "sources.add-conversation", NULL);
  source = tl_source_list_get_source (TL_SOURCE_LIST (find (fixture, TL_TYPE_SOURCE_LIST)));
  g_assert_cmpstr (tl_record_get_text (source, "type"), ==, "conversation");
  WAIT_UNTIL (count_within (find (fixture, TL_TYPE_SOURCE_FORM), TL_TYPE_FIELD_ROW) == 14);

  TlEdit *edit = tl_edit_begin (fixture->review, NULL, &error);
  tl_edit_set (edit, tl_record_get_id (source), "overview", "I had 31 families.", &error);
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);
  activate (fixture, "sources.write-up", NULL);
  g_autofree char *body = tl_review_dup_body (fixture->review, tl_record_get_text (source, "body"), &error);
  g_assert_cmpstr (body, ==, "Overview in their own words\n\nI had 31 families.\n");
}

/* Eight megabytes, of which one line of half a megabyte has no space to break at. */
static void
test_long_text (void)
{
  TlReaderText *text = TL_READER_TEXT (g_object_ref_sink (tl_reader_text_new ()));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (text));
  g_autoptr (GString) body = g_string_new ("§ begins\n");
  const guint places[] = { 0, 9, 8000, 9000, 300000, 600000, 5000000 };
  GtkTextIter iter;

  for (guint i = 0; i < 262144; i++)
    g_string_append (body, "é");
  while (body->len < 8 * 1024 * 1024 - 100)
    g_string_append (body, "\n" LINE);
  tl_reader_text_set_body (text, body->str);
  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), <, 100000); /* the rest comes by and by */

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      tl_reader_text_get_iter (text, places[i], &iter);
      g_assert_cmpuint (tl_reader_text_get_offset (text, &iter), ==, places[i]);
      g_assert_cmpuint (gtk_text_iter_get_char (&iter), ==,
                        g_utf8_get_char (g_utf8_offset_to_pointer (body->str, places[i])));
    }

  guint line;
  gtk_text_iter_set_line_offset (&iter, 0);
  g_assert_true (tl_reader_text_get_line (text, &iter, &line));
  g_assert_cmpuint (line, ==, 2 + (tl_reader_text_get_offset (text, &iter) - 9 - 262145)
                                      / (g_utf8_strlen (LINE, -1) + 1));
  WAIT_UNTIL (!g_main_context_pending (NULL));
  g_object_unref (text);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/sources/are-searched-and-narrowed-down", Fixture, NULL, set_up, test_list, tear_down);
  g_test_add ("/sources/are-read", Fixture, NULL, set_up, test_text, tear_down);
  g_test_add ("/sources/are-marked", Fixture, NULL, set_up, test_mark, tear_down);
  g_test_add ("/sources/extracts-lie-upon-each-other", Fixture, NULL, set_up, test_overlap, tear_down);
  g_test_add ("/sources/the-caret-says-which-extract-is-meant", Fixture, NULL, set_up, test_caret, tear_down);
  g_test_add ("/sources/what-is-typed-last-is-attached-to", Fixture, NULL, set_up,
              test_what_is_typed_last_is_attached_to, tear_down);
  g_test_add ("/sources/extracts-are-attached-and-undone-as-one", Fixture, NULL, set_up, test_attach, tear_down);
  g_test_add ("/sources/extracts-become-factors-and-events", Fixture, NULL, set_up, test_make, tear_down);
  g_test_add ("/sources/extracts-of-a-replaced-text-are-found-again", Fixture, NULL, set_up, test_replaced, tear_down);
  g_test_add ("/sources/what-was-not-known-yet-is-faded", Fixture, NULL, set_up, test_tunnel, tear_down);
  g_test_add ("/sources/words-are-found-as-they-are-read", Fixture, NULL, set_up, test_find, tear_down);
  g_test_add ("/sources/a-place-in-a-text-is-gone-to", Fixture, NULL, set_up, test_place, tear_down);
  g_test_add ("/sources/a-conversation-becomes-a-text", Fixture, NULL, set_up, test_conversation, tear_down);
  g_test_add_func ("/sources/a-long-text-comes-in-slices", test_long_text);

  return g_test_run ();
}
