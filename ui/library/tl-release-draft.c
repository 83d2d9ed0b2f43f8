/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is to be released, while it is put together: tables, how small counts are withheld, and what goes with them.
 * "changed" says that something else would leave, "notify::chosen" that another table is looked at. Buttons of its
 * tables do "release.remove-table" and "release.move-table". */
#include "config.h"

#include "ui/library/tl-release-draft.h"

#include <glib/gi18n.h>

#include "model/questions/tl-count.h"
#include "ui/widgets/tl-icon-button.h"
#include "ui/widgets/tl-settings.h"

#define MAX_THRESHOLD 100

struct _TlReleaseDraft
{
  AdwBin parent_instance;

  /* Of the tree of widgets */
  GtkWidget     *box;
  GtkListBox    *tables;
  GtkWidget     *no_tables;
  GtkSpinButton *threshold;
  AdwComboRow   *round;
  GtkSwitch     *says_differences;
  GtkEditable   *title;
  GtkEditable   *date;
  GtkTextBuffer *caveats;

  GPtrArray *questions; /* owned; of TlAsked */
  gboolean   filling;
};

G_DEFINE_FINAL_TYPE (TlReleaseDraft, tl_release_draft, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_CHOSEN,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The national statistics round what is national or regional to tens. The first is what a new release has. */
static const guint rounds[] = { 10, 5, 3, 0 };

static void
add_button (GtkWidget  *row,
            const char *icon,
            const char *label,
            const char *action,
            guint       table)
{
  GtkWidget *button = tl_icon_button_new (icon, label);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", table);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

/* Each table with what it is about, which is after the semicolon of its title. */
static GtkWidget *
make_row (TlReleaseDraft *self,
          guint           table)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = tl_asked_dup_title (self->questions->pdata[table]);
  g_auto (GStrv) parts = g_strsplit (title, "; ", 2);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), parts[0]);
  if (parts[1] != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (parts[1], -1);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
    }
  if (table > 0)
    add_button (row, "go-up-symbolic", _("Up in the order"), "release.move-table", table);
  add_button (row, "user-trash-symbolic", _("Leave out"), "release.remove-table", table);
  return row;
}

static void
show_tables (TlReleaseDraft *self,
             guint           chosen)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->tables, 0)) != NULL)
    gtk_list_box_remove (self->tables, GTK_WIDGET (row));
  for (guint i = 0; i < self->questions->len; i++)
    gtk_list_box_append (self->tables, make_row (self, i));
  gtk_widget_set_visible (GTK_WIDGET (self->tables), self->questions->len > 0);
  gtk_widget_set_visible (self->no_tables, self->questions->len == 0);
  if (self->questions->len > 0)
    gtk_list_box_select_row (self->tables, gtk_list_box_get_row_at_index (
                                             self->tables, (int) MIN (chosen, self->questions->len - 1)));
}

/* Callbacks */

static void
changed_cb (TlReleaseDraft *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
row_selected_cb (TlReleaseDraft *self)
{
  if (!self->filling)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOSEN]);
}

/* GObject overrides */

static void
tl_release_draft_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_CHOSEN:
      g_value_set_uint (value, tl_release_draft_get_chosen (TL_RELEASE_DRAFT (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_release_draft_finalize (GObject *object)
{
  g_ptr_array_unref (TL_RELEASE_DRAFT (object)->questions);
  G_OBJECT_CLASS (tl_release_draft_parent_class)->finalize (object);
}

static void
tl_release_draft_class_init (TlReleaseDraftClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tl_release_draft_get_property;
  object_class->finalize = tl_release_draft_finalize;

  properties[PROP_CHOSEN] = g_param_spec_uint ("chosen", NULL, NULL, 0, G_MAXUINT, G_MAXUINT,
                                               G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * TlReleaseDraft::changed:
   *
   * Something else would leave.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static GtkWidget *
add_group (TlReleaseDraft *self,
           const char     *title,
           const char     *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  gtk_box_append (GTK_BOX (self->box), group);
  return group;
}

static void
make_tables (TlReleaseDraft *self)
{
  GtkWidget *group = add_group (self, _("Tables"), NULL);

  self->tables = GTK_LIST_BOX (gtk_list_box_new ());
  self->no_tables = gtk_label_new (_("None is chosen yet."));
  gtk_label_set_xalign (GTK_LABEL (self->no_tables), 0);
  gtk_widget_add_css_class (self->no_tables, "dim-label");
  gtk_list_box_set_selection_mode (self->tables, GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->tables), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->tables), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Tables of the release"), -1);
  g_signal_connect_object (self->tables, "row-selected", G_CALLBACK (row_selected_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->tables));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->no_tables);
}

static GtkWidget *
make_action_row (GtkWidget  *group,
                 const char *title,
                 const char *subtitle,
                 GtkWidget  *suffix)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (suffix, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), suffix);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), suffix);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return row;
}

static void
make_settings (TlReleaseDraft *self)
{
  GtkWidget *group = add_group (self, _("Small Counts"), _("Set as the national statistics have it."));
  GtkWidget *round = adw_combo_row_new ();
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  self->threshold = GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (1, MAX_THRESHOLD, 1));
  gtk_spin_button_set_value (self->threshold, TL_COUNT_DEFAULT_THRESHOLD);
  make_action_row (group, _("Withhold counts from 1 to"),
                   _("And all from which such a count could be worked out. A zero is shown."),
                   GTK_WIDGET (self->threshold));

  for (guint i = 0; i < G_N_ELEMENTS (rounds); i++)
    {
      g_autofree char *label = rounds[i] > 0 ? g_strdup_printf (_("To the nearest %u"), rounds[i])
                                             : g_strdup (_("Not rounded"));

      gtk_string_list_append (labels, label);
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (round), _("Round what is shown"));
  adw_combo_row_set_model (ADW_COMBO_ROW (round), G_LIST_MODEL (labels));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), round);
  self->round = ADW_COMBO_ROW (round);

  self->says_differences = GTK_SWITCH (gtk_switch_new ());
  make_action_row (group, _("Say small differences"),
                   _("Show a count that differs from an earlier release by a few reviews, and say so; else it is "
                     "withheld."),
                   GTK_WIDGET (self->says_differences));
  g_signal_connect_object (self->threshold, "value-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->round, "notify::selected", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->says_differences, "notify::active", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static GtkWidget *
make_caveats (TlReleaseDraft *self)
{
  GtkWidget *frame = gtk_frame_new (NULL);
  GtkWidget *text = gtk_text_view_new ();

  self->caveats = gtk_text_view_get_buffer (GTK_TEXT_VIEW (text));
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (text), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (text), FALSE);
  gtk_widget_add_css_class (text, "release-caveats");
  gtk_widget_set_size_request (text, -1, 90);
  gtk_accessible_update_property (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("What readers are to bear in mind"), -1);
  gtk_frame_set_child (GTK_FRAME (frame), text);
  return frame;
}

static GtkEditable *
make_entry (GtkWidget  *group,
            const char *title,
            const char *text)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return GTK_EDITABLE (row);
}

static void
make_wording (TlReleaseDraft *self)
{
  GtkWidget *group = add_group (self, _("What Goes With It"), NULL);
  GtkWidget *caveats
    = add_group (self, _("Caveats"), _("What readers are to bear in mind, each in a line of its own."));
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");

  self->title = make_entry (group, _("Title"), _("What Reviews Have in Common"));
  self->date = make_entry (group, _("Date that it bears"), today);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (caveats), make_caveats (self));
}

static void
tl_release_draft_init (TlReleaseDraft *self)
{
  self->questions = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_asked_free);
}

/**
 * tl_release_draft_new:
 * @form: what stands below the tables, to add one
 *
 * Returns: (transfer floating): a draft without tables, set as the national statistics have it
 */
GtkWidget *
tl_release_draft_new (GtkWidget *form)
{
  g_return_val_if_fail (GTK_IS_WIDGET (form), NULL);

  TlReleaseDraft *self = g_object_new (TL_TYPE_RELEASE_DRAFT, NULL);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  gtk_widget_add_css_class (self->box, "release-draft");
  make_tables (self);
  gtk_box_append (GTK_BOX (self->box), form);
  make_settings (self);
  make_wording (self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->box);
  adw_bin_set_child (ADW_BIN (self), scrolled);
  show_tables (self, 0);
  return GTK_WIDGET (self);
}

/**
 * tl_release_draft_add:
 * @question: behind a table; copied
 *
 * Adds a table, and chooses it; one that is there already is only chosen.
 *
 * Returns: whether it was added
 */
gboolean
tl_release_draft_add (TlReleaseDraft          *self,
                      const TlAsked *question)
{
  g_return_val_if_fail (TL_IS_RELEASE_DRAFT (self) && question != NULL, FALSE);

  g_autofree char *text = tl_asked_dup_text (question);

  for (guint i = 0; i < self->questions->len; i++)
    {
      g_autofree char *other = tl_asked_dup_text (self->questions->pdata[i]);

      if (!g_str_equal (text, other))
        continue;
      gtk_list_box_select_row (self->tables, gtk_list_box_get_row_at_index (self->tables, (int) i));
      return FALSE;
    }
  g_ptr_array_add (self->questions, tl_asked_copy (question));
  show_tables (self, self->questions->len - 1);
  changed_cb (self);
  return TRUE;
}

/**
 * tl_release_draft_remove:
 * @table: a table by its place
 *
 * Leaves a table out.
 */
void
tl_release_draft_remove (TlReleaseDraft *self,
                         guint           table)
{
  g_return_if_fail (TL_IS_RELEASE_DRAFT (self) && table < self->questions->len);

  g_ptr_array_remove_index (self->questions, table);
  show_tables (self, table);
  changed_cb (self);
}

/**
 * tl_release_draft_move:
 * @table: a table by its place
 *
 * Puts a table before the one above it.
 */
void
tl_release_draft_move (TlReleaseDraft *self,
                       guint           table)
{
  g_return_if_fail (TL_IS_RELEASE_DRAFT (self) && table > 0 && table < self->questions->len);

  g_ptr_array_insert (self->questions, (int) table - 1, g_ptr_array_steal_index (self->questions, table));
  show_tables (self, table - 1);
  changed_cb (self);
}

static void
set_caveats (TlReleaseDraft *self,
             GPtrArray      *caveats)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < caveats->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (const char *) caveats->pdata[i]);
  gtk_text_buffer_set_text (self->caveats, text->str, -1);
}

/**
 * tl_release_draft_set_plan:
 * @plan: of an earlier release
 *
 * Takes over its tables, settings, title and caveats, to be released again as of today.
 */
void
tl_release_draft_set_plan (TlReleaseDraft      *self,
                           const TlReleasePlan *plan)
{
  g_return_if_fail (TL_IS_RELEASE_DRAFT (self) && plan != NULL);

  self->filling = TRUE;
  g_ptr_array_set_size (self->questions, 0);
  for (guint i = 0; i < plan->questions->len; i++)
    g_ptr_array_add (self->questions, tl_asked_copy (plan->questions->pdata[i]));
  gtk_spin_button_set_value (self->threshold, plan->threshold);
  for (guint i = 0; i < G_N_ELEMENTS (rounds); i++)
    if (rounds[i] == plan->round)
      adw_combo_row_set_selected (self->round, i);
  gtk_switch_set_active (self->says_differences, plan->says_differences);
  gtk_editable_set_text (self->title, plan->title);
  set_caveats (self, plan->caveats);
  show_tables (self, 0);
  self->filling = FALSE;
  changed_cb (self);
}

static void
add_caveats (TlReleaseDraft *self,
             GPtrArray      *caveats)
{
  GtkTextIter begin, end;

  gtk_text_buffer_get_bounds (self->caveats, &begin, &end);

  g_autofree char *text = gtk_text_buffer_get_text (self->caveats, &begin, &end, FALSE);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_strstrip (lines[i])[0] != '\0')
      g_ptr_array_add (caveats, g_strdup (lines[i]));
}

/**
 * tl_release_draft_dup_plan:
 *
 * Returns: (transfer full): what is to be released
 */
TlReleasePlan *
tl_release_draft_dup_plan (TlReleaseDraft *self)
{
  g_return_val_if_fail (TL_IS_RELEASE_DRAFT (self), NULL);

  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (self->title)));
  g_autofree char *date = g_strstrip (g_strdup (gtk_editable_get_text (self->date)));
  TlReleasePlan *plan = tl_release_plan_new (title[0] != '\0' ? title : _("Release"));

  plan->author = tl_settings_dup_string ("author");
  plan->date = date[0] != '\0' ? g_steal_pointer (&date) : NULL;
  plan->threshold = (guint) gtk_spin_button_get_value_as_int (self->threshold);
  plan->round = rounds[MIN (adw_combo_row_get_selected (self->round), G_N_ELEMENTS (rounds) - 1)];
  plan->says_differences = gtk_switch_get_active (self->says_differences);
  add_caveats (self, plan->caveats);
  for (guint i = 0; i < self->questions->len; i++)
    g_ptr_array_add (plan->questions, tl_asked_copy (self->questions->pdata[i]));
  return plan;
}

/**
 * tl_release_draft_get_chosen:
 *
 * Returns: the table that is looked at, by its place; %G_MAXUINT if there is none
 */
guint
tl_release_draft_get_chosen (TlReleaseDraft *self)
{
  g_return_val_if_fail (TL_IS_RELEASE_DRAFT (self), G_MAXUINT);

  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->tables);

  return row != NULL ? (guint) gtk_list_box_row_get_index (row) : G_MAXUINT;
}
