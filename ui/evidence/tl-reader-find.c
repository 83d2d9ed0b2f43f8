/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The bar in which words are found in the text that is read. It searches the text itself, not what shows it, and says
 * by "found" where; a line end within a phrase, an apostrophe or a dash of another kind makes no difference. */
#include "config.h"

#include "ui/evidence/tl-reader-find.h"

#include <glib/gi18n.h>

#include "ui/widgets/tl-icon-button.h"
#include "ui/widgets/tl-search-entry.h"

/* More is no help to anybody. */
#define MAX_FOUND 10000

typedef struct {
  guint start;
  guint end;
} Found;

struct _TlReaderFind
{
  AdwBin parent_instance;

  const char *text; /* borrowed */
  GArray     *found; /* of Found, ascending */
  guint       at; /* the one that is shown; one past the last for none */

  GtkWidget *revealer;
  GtkWidget *entry;
  GtkWidget *count;
};

G_DEFINE_FINAL_TYPE (TlReaderFind, tl_reader_find, ADW_TYPE_BIN)

enum { FOUND, CLOSED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* What is looked for, so that typing it as it is read is enough. */
static GRegex *
make_pattern (const char *words)
{
  g_autoptr (GString) pattern = g_string_new (NULL);
  g_autofree char *trimmed = g_strstrip (g_strdup (words));

  for (const char *p = trimmed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      g_autofree char *escaped = g_regex_escape_string (p, (int) (g_utf8_next_char (p) - p));

      if (g_unichar_isspace (c))
        g_string_append (pattern, "\\s+");
      else if (c == '\'' || c == 0x2018 || c == 0x2019)
        g_string_append (pattern, "['‘’]");
      else if (c == '"' || c == 0x201c || c == 0x201d)
        g_string_append (pattern, "[\"“”]");
      else if (c == '-' || c == 0x2010 || c == 0x2011 || c == 0x2013 || c == 0x2014)
        g_string_append (pattern, "[-‐‑–—]");
      else
        g_string_append (pattern, escaped);
    }
  return pattern->len > 0 ? g_regex_new (pattern->str, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL) : NULL;
}

static void
collect (TlReaderFind *self)
{
  g_autoptr (GRegex) pattern = make_pattern (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  g_autoptr (GMatchInfo) match = NULL;
  const char *counted = self->text;
  guint characters = 0;

  g_array_set_size (self->found, 0);
  if (pattern == NULL)
    return;
  g_regex_match (pattern, self->text, 0, &match);
  while (g_match_info_matches (match) && self->found->len < MAX_FOUND)
    {
      Found found;
      int start, end;

      g_match_info_fetch_pos (match, 0, &start, &end);
      characters += (guint) g_utf8_strlen (counted, self->text + start - counted);
      found.start = characters;
      counted = self->text + start;
      found.end = found.start + (guint) g_utf8_strlen (counted, end - start);
      g_array_append_val (self->found, found);
      g_match_info_next (match, NULL);
    }
}

static void
show_count (TlReaderFind *self)
{
  gboolean typed = gtk_editable_get_text (GTK_EDITABLE (self->entry))[0] != '\0';
  g_autofree char *words = NULL;

  if (self->at < self->found->len)
    words = g_strdup_printf (_("%u of %u"), self->at + 1, self->found->len);
  else if (self->found->len > 0)
    words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u place", "%u places", self->found->len),
                             self->found->len);
  gtk_label_set_text (GTK_LABEL (self->count), words != NULL ? words : typed ? _("Not found") : "");
}

static void
show_found (TlReaderFind *self,
            guint         at)
{
  self->at = at;
  show_count (self);
  if (at < self->found->len)
    g_signal_emit (self, signals[FOUND], 0, g_array_index (self->found, Found, at).start,
                   g_array_index (self->found, Found, at).end);
}

/* The first place after @from, or the last before it; round at the ends. */
static guint
find_near (TlReaderFind *self,
           guint         from,
           gboolean      back)
{
  guint n = self->found->len, at = 0;

  while (at < n && g_array_index (self->found, Found, at).start < from + (back ? 0 : 1))
    at++;
  if (back)
    return at > 0 ? at - 1 : n - 1;
  return at < n ? at : 0;
}

/* Callbacks */

static void
typed_cb (TlReaderFind *self)
{
  guint from = self->at < self->found->len ? g_array_index (self->found, Found, self->at).start : 0;

  collect (self);
  show_found (self, self->found->len > 0 ? find_near (self, from > 0 ? from - 1 : 0, FALSE) : 0);
}

/* The nearest of what was typed just now comes before any next. */
static void
next_cb (TlReaderFind *self)
{
  if (!tl_search_entry_settle (self->entry) && self->found->len > 0)
    show_found (self, self->at + 1 < self->found->len ? self->at + 1 : 0);
}

static void
previous_cb (TlReaderFind *self)
{
  if (!tl_search_entry_settle (self->entry) && self->found->len > 0)
    show_found (self, self->at > 0 ? self->at - 1 : self->found->len - 1);
}

static void
stopped_cb (TlReaderFind *self)
{
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), FALSE);
  g_signal_emit (self, signals[CLOSED], 0);
}

static gboolean
key_cb (TlReaderFind   *self,
        guint           key,
        guint           code,
        GdkModifierType state)
{
  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter) || !(state & GDK_SHIFT_MASK))
    return GDK_EVENT_PROPAGATE;
  previous_cb (self);
  return GDK_EVENT_STOP;
}

static GtkWidget *
make_button (TlReaderFind *self,
             const char   *icon,
             const char   *label,
             GCallback     clicked)
{
  GtkWidget *button = tl_icon_button_new (icon, label);

  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

/* GObject overrides */

static void
tl_reader_find_finalize (GObject *object)
{
  g_array_unref (TL_READER_FIND (object)->found);
  G_OBJECT_CLASS (tl_reader_find_parent_class)->finalize (object);
}

static void
tl_reader_find_class_init (TlReaderFindClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_reader_find_finalize;

  /**
   * TlReaderFind::found:
   * @start: the first character
   * @end: after the last
   */
  signals[FOUND] = g_signal_new ("found", TL_TYPE_READER_FIND, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                 G_TYPE_UINT, G_TYPE_UINT);
  /**
   * TlReaderFind::closed:
   *
   * The person is done with it, and goes on reading.
   */
  signals[CLOSED] = g_signal_new ("closed", TL_TYPE_READER_FIND, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  0);
}

static void
tl_reader_find_init (TlReaderFind *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->text = "";
  self->found = g_array_new (FALSE, FALSE, sizeof (Found));
  self->entry = tl_search_entry_new (_("Find in this text"));
  gtk_widget_set_hexpand (self->entry, TRUE);
  g_signal_connect_object (self->entry, "search-changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (next_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "next-match", G_CALLBACK (next_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "previous-match", G_CALLBACK (previous_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "stop-search", G_CALLBACK (stopped_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->entry, keys);

  self->count = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  gtk_widget_add_css_class (self->count, "numeric");
  gtk_widget_add_css_class (bar, "toolbar");
  gtk_box_append (GTK_BOX (bar), self->entry);
  gtk_box_append (GTK_BOX (bar), self->count);
  gtk_box_append (GTK_BOX (bar), make_button (self, "go-up-symbolic", _("Previous place"), G_CALLBACK (previous_cb)));
  gtk_box_append (GTK_BOX (bar), make_button (self, "go-down-symbolic", _("Next place"), G_CALLBACK (next_cb)));
  gtk_box_append (GTK_BOX (bar), make_button (self, "window-close-symbolic", _("Close"), G_CALLBACK (stopped_cb)));

  self->revealer = gtk_revealer_new ();
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), bar);
  adw_bin_set_child (ADW_BIN (self), self->revealer);
}

/**
 * tl_reader_find_new:
 *
 * Returns: (transfer floating): a bar that is not open
 */
GtkWidget *
tl_reader_find_new (void)
{
  return g_object_new (TL_TYPE_READER_FIND, NULL);
}

/**
 * tl_reader_find_set_text:
 * @text: what to search from now on; has to stay until another is set
 */
void
tl_reader_find_set_text (TlReaderFind *self,
                         const char   *text)
{
  g_return_if_fail (TL_IS_READER_FIND (self) && text != NULL);

  self->text = text;
  collect (self);
  self->at = self->found->len;
  show_count (self);
}

/**
 * tl_reader_find_open:
 * @words: (nullable): what to look for; %NULL for what was looked for last
 *
 * Shows the bar and gives it the keyboard.
 */
void
tl_reader_find_open (TlReaderFind *self,
                     const char   *words)
{
  g_return_if_fail (TL_IS_READER_FIND (self));

  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), TRUE);
  if (words != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), words);
  gtk_widget_grab_focus (self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

/**
 * tl_reader_find_step:
 * @back: towards the beginning
 * @from: a character of the text
 *
 * Goes to the next place from @from on, or to the one before it.
 */
void
tl_reader_find_step (TlReaderFind *self,
                     gboolean      back,
                     guint         from)
{
  g_return_if_fail (TL_IS_READER_FIND (self));

  if (self->found->len > 0)
    show_found (self, find_near (self, from, back));
}
