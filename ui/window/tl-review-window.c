/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window of one review: pages at the left, the page in the middle, the inspector at the right, and what concerns
 * the file as a whole: who is working, what another program wrote into it, whether it is damaged. It owns the review
 * and the selection that the areas share. */
#define G_LOG_DOMAIN "tl-window"

#include "config.h"

#include "ui/window/tl-review-window-private.h"

#include <glib/gi18n.h>

#include "model/base/tl-error.h"
#include "model/review/tl-backup.h"
#include "ui/checks/tl-checks-view.h"
#include "ui/findings/tl-findings-page.h"
#include "ui/findings/tl-patterns-page.h"
#include "ui/history/tl-history-page.h"
#include "ui/narrative/tl-narrative-page.h"
#include "ui/widgets/tl-phrase.h"
#include "ui/widgets/tl-settings.h"
#include "ui/window/tl-spring.h"

#define CATCH_UP_SECONDS 1
#define DEFAULT_WIDTH 1280
#define DEFAULT_HEIGHT 800
#define DEFAULT_INSPECTOR_WIDTH 360

G_DEFINE_FINAL_TYPE (TlReviewWindow, tl_review_window, ADW_TYPE_APPLICATION_WINDOW)

enum {
  PROP_0,
  PROP_TUNNEL_OPEN,
};

static void
update_title (TlReviewWindow *self)
{
  TlRecord *subject = tl_review_get_subject (self->review);
  const char *board = tl_record_get_text (subject, "board");
  g_autofree char *title = tl_review_dup_title (self->review, subject);

  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, board != NULL ? board : "");
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
add_page (TlReviewWindow *self,
          GtkWidget      *page,
          const char     *name,
          const char     *title,
          const char     *icon)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_name (row, name);
  tl_phrase_bind (label, "label", self->review, title);
  tl_phrase_bind_name (row, self->review, title);
  gtk_list_box_append (self->pages, row);
  tl_spring_add (GTK_LIST_BOX_ROW (row));
  gtk_stack_add_named (self->stack, page, name);
}

static void
add_pages (TlReviewWindow *self)
{
  self->overview = TL_OVERVIEW_PAGE (tl_overview_page_new (self->selection, self->checks));
  self->board = TL_BOARD_PAGE (tl_board_page_new (self->selection));
  self->graph = TL_GRAPH_PAGE (tl_graph_page_new (self->selection, self->checks));
  if (_tl_review_window_is_copy (self))
    {
      add_page (self, GTK_WIDGET (self->board), "board", "{Owner_short}", "system-users-symbolic");
      add_page (self, GTK_WIDGET (self->graph), "graph", _("Graph"), "network-workgroup-symbolic");
      add_page (self, GTK_WIDGET (self->overview), "overview", _("Overview"), "view-list-symbolic");
      return;
    }

  self->outline = TL_OUTLINE_PAGE (tl_outline_page_new (self->selection));
  self->sources = TL_SOURCES_PAGE (tl_sources_page_new (self->selection));
  add_page (self, GTK_WIDGET (self->overview), "overview", _("Overview"), "view-list-symbolic");
  add_page (self, GTK_WIDGET (self->sources), "sources", _("Sources"), "x-office-document-symbolic");
  add_page (self, tl_narrative_page_new (self->selection), "narrative", _("Narrative"), "x-office-calendar-symbolic");
  add_page (self, GTK_WIDGET (self->graph), "graph", _("Graph"), "network-workgroup-symbolic");
  add_page (self, GTK_WIDGET (self->outline), "outline", _("Outline"), "view-list-ordered-symbolic");
  add_page (self, tl_patterns_page_new (self->selection), "patterns", _("Patterns"), "view-grid-symbolic");
  add_page (self, tl_findings_page_new (self->selection), "findings", "{Findings}", "view-paged-symbolic");
  add_page (self, GTK_WIDGET (self->board), "board", "{Owner_short}", "system-users-symbolic");
  add_page (self, tl_history_page_new (self->review), "history", _("History"), "document-open-recent-symbolic");
}

/* A count, not a verdict: nothing about the button changes with it but the figure. */
static void
update_checks (TlReviewWindow *self)
{
  guint n = tl_check_list_get_n_problems (self->checks);
  g_autofree char *label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u check", "%u checks", n), n);

  gtk_menu_button_set_label (self->checks_button, label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->checks_button), _("What the checks point out"));
}

static void
show_damage (TlReviewWindow *self,
             const GError   *error)
{
  g_autofree char *sentence = NULL;

  if (g_error_matches (error, TL_ERROR, TL_ERROR_DAMAGED))
    sentence = g_strdup_printf (_("%s Nothing more is written to it. Save what can be read to a copy with "
                                  "“throughline-cli salvage FILE -o COPY”, and go on with the copy."),
                                error->message);
  _tl_review_window_show_notice (self, sentence != NULL ? sentence : error->message);
  _tl_review_window_update_actions (self);
}

/* Callbacks */

static gboolean
verify_cb (gpointer user_data)
{
  TlReviewWindow *self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = FALSE;

  if (tl_review_verify_slice (self->review, &done, &error) && !done)
    return G_SOURCE_CONTINUE;
  self->verify = 0;
  if (error != NULL)
    show_damage (self, error);
  else if (tl_review_can_change (self->review, NULL) && !tl_review_back_up (self->review, &error))
    _tl_review_window_report (self, error->message, FALSE);
  return G_SOURCE_REMOVE;
}

static gboolean
catch_up_cb (gpointer user_data)
{
  TlReviewWindow *self = user_data;
  g_autoptr (GError) error = NULL;

  if (!tl_review_catch_up (self->review, &error) && !g_error_matches (error, TL_ERROR, TL_ERROR_LOCKED))
    {
      self->catch_up = 0;
      show_damage (self, error);
      return G_SOURCE_REMOVE;
    }
  return G_SOURCE_CONTINUE;
}

static void
page_selected_cb (TlReviewWindow *self,
                  GtkListBoxRow  *row)
{
  if (row == NULL)
    return;
  _tl_review_window_flush (self);
  gtk_stack_set_visible_child_name (self->stack, gtk_widget_get_name (GTK_WIDGET (row)));
  /* Findings are read there, and the board's own is written in its place. */
  gtk_widget_set_visible (GTK_WIDGET (self->inspector),
                          !g_str_equal (gtk_widget_get_name (GTK_WIDGET (row)), "board"));
}

static void
paned_measured_cb (TlReviewWindow *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->paned));

  if (self->paned_placed || width <= 0)
    return;
  self->paned_placed = TRUE;
  gtk_paned_set_position (self->paned, width - tl_settings_get_int ("inspector-width", DEFAULT_INSPECTOR_WIDTH));
}

static void
keep_author (TlReviewWindow *self,
             const char     *author)
{
  tl_settings_set_bool ("author-asked", TRUE);
  if (author != NULL)
    {
      tl_settings_set_string ("author", author);
      tl_review_set_author (self->review, author);
    }
  gtk_revealer_set_reveal_child (self->author_revealer, FALSE);
}

static void
author_given_cb (TlReviewWindow *self)
{
  g_autofree char *author = g_strstrip (g_strdup (gtk_editable_get_text (self->author_entry)));
  keep_author (self, author);
}

static void
author_skipped_cb (TlReviewWindow *self)
{
  keep_author (self, NULL);
}

/* GtkWidget and GtkWindow overrides */

static void
tl_review_window_map (GtkWidget *widget)
{
  TlReviewWindow *self = TL_REVIEW_WINDOW (widget);

  GTK_WIDGET_CLASS (tl_review_window_parent_class)->map (widget);
  /* A chair has come to read. */
  gtk_widget_grab_focus (_tl_review_window_is_copy (self)
                           ? gtk_stack_get_visible_child (self->stack)
                           : GTK_WIDGET (gtk_list_box_get_selected_row (self->pages)));
}

static gboolean
tl_review_window_close_request (GtkWindow *window)
{
  TlReviewWindow *self = TL_REVIEW_WINDOW (window);
  int width, height;

  _tl_review_window_flush (self);
  gtk_window_get_default_size (window, &width, &height);
  if (!gtk_window_is_maximized (window))
    {
      tl_settings_set_int ("window-width", width);
      tl_settings_set_int ("window-height", height);
    }
  tl_settings_set_bool ("window-maximized", gtk_window_is_maximized (window));
  if (!_tl_review_window_is_copy (self))
    tl_settings_set_string ("last-page", gtk_stack_get_visible_child_name (self->stack));
  if (self->paned_placed)
    tl_settings_set_int ("inspector-width", gtk_widget_get_width (GTK_WIDGET (self->inspector)));

  return GTK_WINDOW_CLASS (tl_review_window_parent_class)->close_request (window);
}

/* GObject overrides */

static void
tl_review_window_dispose (GObject *object)
{
  TlReviewWindow *self = TL_REVIEW_WINDOW (object);

  g_clear_handle_id (&self->catch_up, g_source_remove);
  g_clear_handle_id (&self->verify, g_source_remove);
  if (self->inspector != NULL)
    tl_inspector_set_selection (self->inspector, NULL);
  g_clear_object (&self->toast);
  g_clear_weak_pointer (&self->before_search);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_REVIEW_WINDOW);
  g_clear_object (&self->checks);
  g_clear_object (&self->tunnel);
  g_clear_object (&self->selection);
  g_clear_object (&self->review);

  G_OBJECT_CLASS (tl_review_window_parent_class)->dispose (object);
}

static void
tl_review_window_get_property (GObject    *object,
                               guint       property,
                               GValue     *value,
                               GParamSpec *pspec)
{
  TlReviewWindow *self = TL_REVIEW_WINDOW (object);

  if (property == PROP_TUNNEL_OPEN)
    g_value_set_boolean (value, self->tunnel != NULL && tl_tunnel_is_open (self->tunnel));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
}

static void
tl_review_window_set_property (GObject      *object,
                               guint         property,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  TlReviewWindow *self = TL_REVIEW_WINDOW (object);

  if (property != PROP_TUNNEL_OPEN)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
  else if (g_value_get_boolean (value))
    tl_tunnel_bar_open (self->tunnel_bar);
  else
    tl_tunnel_set_view (self->tunnel, NULL, NULL);
}

static void
tl_review_window_class_init (TlReviewWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_review_window_dispose;
  G_OBJECT_CLASS (klass)->get_property = tl_review_window_get_property;
  G_OBJECT_CLASS (klass)->set_property = tl_review_window_set_property;
  g_object_class_install_property (G_OBJECT_CLASS (klass), PROP_TUNNEL_OPEN,
                                   g_param_spec_boolean ("tunnel-open", NULL, NULL, FALSE,
                                                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                             | G_PARAM_STATIC_STRINGS));
  gtk_widget_class_install_property_action (widget_class, "win.tunnel", "tunnel-open");
  widget_class->map = tl_review_window_map;
  GTK_WINDOW_CLASS (klass)->close_request = tl_review_window_close_request;

  g_type_ensure (TL_TYPE_INSPECTOR);
  g_type_ensure (TL_TYPE_TUNNEL_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/throughline/Throughline/ui/window/tl-review-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TlReviewWindow, title);
  gtk_widget_class_bind_template_child (widget_class, TlReviewWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, TlReviewWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, TlReviewWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TlReviewWindow, tunnel_button);
  gtk_widget_class_bind_template_child (widget_class, TlReviewWindow, checks_button);
  gtk_widget_class_bind_template_child (widget_class, TlReviewWindow, checks_popover);
  gtk_widget_class_bind_template_child (widget_class, TlReviewWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, TlReviewWindow, search_popover);
  gtk_widget_class_bind_template_child (widget_class, TlReviewWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, TlReviewWindow, notice_label);
  gtk_widget_class_bind_template_child (widget_class, TlReviewWindow, notice_button);
  gtk_widget_class_bind_template_child (widget_class, TlReviewWindow, author_revealer);
  gtk_widget_class_bind_template_child (widget_class, TlReviewWindow, author_entry);
  gtk_widget_class_bind_template_child (widget_class, TlReviewWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, TlReviewWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, TlReviewWindow, paned);
  gtk_widget_class_bind_template_child (widget_class, TlReviewWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, TlReviewWindow, tunnel_bar);
  gtk_widget_class_bind_template_child (widget_class, TlReviewWindow, inspector);
  gtk_widget_class_bind_template_callback (widget_class, page_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, paned_measured_cb);
  gtk_widget_class_bind_template_callback (widget_class, author_given_cb);
  gtk_widget_class_bind_template_callback (widget_class, author_skipped_cb);
  _tl_review_window_install_actions (widget_class);
  _tl_review_window_install_picture_actions (widget_class);
  _tl_review_window_install_import_actions (widget_class);
  _tl_review_window_install_search_actions (widget_class);
  _tl_review_window_install_tunnel_actions (widget_class);
  _tl_review_window_install_governance_actions (widget_class);
  _tl_review_window_install_board_actions (widget_class);
}

static void
tl_review_window_init (TlReviewWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
take_review (TlReviewWindow *self,
             TlReview       *review)
{
  g_autofree char *author = tl_settings_dup_string ("author");
  g_autofree char *page = tl_settings_dup_string ("last-page");

  self->review = g_object_ref (review);
  self->selection = tl_selection_new (review);
  if (author[0] != '\0')
    tl_review_set_author (review, author);

  self->checks = tl_check_list_new (review);
  gtk_popover_set_child (self->checks_popover, tl_checks_view_new (self->checks));
  g_signal_connect_object (self->checks, "notify::n-problems", G_CALLBACK (update_checks), self, G_CONNECT_SWAPPED);
  update_checks (self);

  _tl_review_window_add_search (self);
  add_pages (self);
  _tl_review_window_add_tunnel (self);
  tl_inspector_set_selection (self->inspector, self->selection);
  g_signal_connect_object (review, "changed", G_CALLBACK (update_title), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (review, "changed", G_CALLBACK (_tl_review_window_update_actions), self, G_CONNECT_SWAPPED);
  update_title (self);
  _tl_review_window_update_actions (self);

  if (_tl_review_window_is_copy (self))
    _tl_review_window_become_copy (self);
  tl_review_window_show_page (self, _tl_review_window_is_copy (self) ? "board" : page[0] != '\0' ? page : "overview");
  if (!tl_review_can_change (review, NULL))
    _tl_review_window_show_notice (self, _("This review is open for reading only: the file can’t be written to. To "
                                           "change it, copy it to a folder of your own and open the copy."));
  else if (!_tl_review_window_is_copy (self) && author[0] == '\0' && !tl_settings_get_bool ("author-asked"))
    gtk_revealer_set_reveal_child (self->author_revealer, TRUE);

  self->catch_up = g_timeout_add_seconds (CATCH_UP_SECONDS, catch_up_cb, self);
  self->verify = g_idle_add_full (G_PRIORITY_LOW, verify_cb, self, NULL);
}

/**
 * tl_review_window_new:
 * @application: (nullable): the application
 * @review: an open review
 *
 * Returns: (transfer floating): a window of @review, not yet presented
 */
GtkWidget *
tl_review_window_new (GtkApplication *application,
                      TlReview       *review)
{
  g_return_val_if_fail (TL_IS_REVIEW (review), NULL);

  TlReviewWindow *self = g_object_new (TL_TYPE_REVIEW_WINDOW, "application", application, NULL);

  gtk_window_set_default_size (GTK_WINDOW (self), tl_settings_get_int ("window-width", DEFAULT_WIDTH),
                               tl_settings_get_int ("window-height", DEFAULT_HEIGHT));
  if (tl_settings_get_bool ("window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  take_review (self, review);
  return GTK_WIDGET (self);
}

/**
 * tl_review_window_get_review:
 *
 * Returns: (transfer none): the review
 */
TlReview *
tl_review_window_get_review (TlReviewWindow *self)
{
  g_return_val_if_fail (TL_IS_REVIEW_WINDOW (self), NULL);
  return self->review;
}

/**
 * tl_review_window_show_page:
 * @name: name of a page; where there is none such, the first is shown
 */
void
tl_review_window_show_page (TlReviewWindow *self,
                            const char     *name)
{
  g_return_if_fail (TL_IS_REVIEW_WINDOW (self) && name != NULL);

  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->pages, 0);

  for (int i = 0; gtk_list_box_get_row_at_index (self->pages, i) != NULL; i++)
    if (g_str_equal (gtk_widget_get_name (GTK_WIDGET (gtk_list_box_get_row_at_index (self->pages, i))), name))
      row = gtk_list_box_get_row_at_index (self->pages, i);
  gtk_list_box_select_row (self->pages, row);
}

/* The page on which a record has a place: the one that is seen, if it can be, else the first. */
static TlPage *
find_page (TlReviewWindow *self,
           TlRecord       *record)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->stack);

  if (page != NULL && tl_page_shows (TL_PAGE (page), record))
    return TL_PAGE (page);
  for (page = gtk_widget_get_first_child (GTK_WIDGET (self->stack)); page != NULL;
       page = gtk_widget_get_next_sibling (page))
    if (tl_page_shows (TL_PAGE (page), record))
      return TL_PAGE (page);
  return NULL;
}

/**
 * tl_review_window_reveal:
 * @id: id of a record
 *
 * Selects a record, so that the inspector shows it, and goes to its place where there is a page on which it has one.
 */
void
tl_review_window_reveal (TlReviewWindow *self,
                         const char     *id)
{
  g_return_if_fail (TL_IS_REVIEW_WINDOW (self) && id != NULL);

  TlRecord *record = tl_review_lookup (self->review, id);

  if (record == NULL)
    return;
  g_autofree char *kept = g_strdup (id); /* @id may be of a widget that goes with what is shown now */
  TlPage *page = find_page (self, record);
  _tl_review_window_flush (self);
  tl_selection_set_one (self->selection, kept);
  if (page == NULL)
    return;
  tl_review_window_show_page (self, gtk_stack_page_get_name (gtk_stack_get_page (self->stack, GTK_WIDGET (page))));
  tl_page_reveal (page, kept);
}

void
_tl_review_window_flush (TlReviewWindow *self)
{
  GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->stack));

  tl_inspector_flush (self->inspector);
  for (; page != NULL; page = gtk_widget_get_next_sibling (page))
    tl_page_flush (TL_PAGE (page));
}

void
_tl_review_window_show_notice (TlReviewWindow *self,
                               const char     *sentence)
{
  gtk_label_set_text (self->notice_label, sentence);
  gtk_revealer_set_reveal_child (self->notice, TRUE);
}

void
_tl_review_window_ask_author (TlReviewWindow *self)
{
  g_autofree char *author = tl_settings_dup_string ("author");

  gtk_editable_set_text (self->author_entry, author);
  gtk_revealer_set_reveal_child (self->author_revealer, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->author_entry));
}
