/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How an episode made sense to those who were in it, side by side: a column a role, with what they understood, attended
 * to, hoped for and saw as open to them. Who took part and has no column yet is offered one. */
#include "config.h"

#include "ui/narrative/tl-episode-rationales.h"

#include <glib/gi18n.h>

#include "model/case/tl-episode-edit.h"
#include "model/case/tl-episode.h"
#include "ui/fields/tl-field-row.h"
#include "ui/widgets/tl-columns-layout.h"
#include "ui/widgets/tl-icon-button.h"
#include "ui/widgets/tl-record-picker.h"
#include "ui/widgets/tl-referrers.h"
#include "ui/widgets/tl-report.h"
#include "ui/widgets/tl-wording.h"

#define COLUMN_WIDTH 190

static const char *const parts[] = { "understood", "attention", "goals", "options" };

struct _TlEpisodeRationales
{
  AdwPreferencesGroup parent_instance;

  TlReview   *review;     /* owned */
  TlRecord   *episode;    /* owned */
  GListModel *rationales; /* owned */

  GtkWidget *empty;
  GtkWidget *columns;
  GtkWidget *missing; /* buttons, one for each who took part and has no column */
  GtkWidget *add;
};

G_DEFINE_FINAL_TYPE (TlEpisodeRationales, tl_episode_rationales, ADW_TYPE_PREFERENCES_GROUP)

static guint
find_column (TlEpisodeRationales *self,
             const char          *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->rationales); i++)
    {
      g_autoptr (TlRecord) rationale = g_list_model_get_item (self->rationales, i);

      if (g_str_equal (tl_record_get_id (rationale), id))
        return i;
    }
  return g_list_model_get_n_items (self->rationales);
}

static GtkWidget *
get_column (TlEpisodeRationales *self,
            guint                position)
{
  GtkWidget *column = gtk_widget_get_first_child (self->columns);

  for (guint i = 0; i < position && column != NULL; i++)
    column = gtk_widget_get_next_sibling (column);
  return column;
}

/* The keyboard goes into the first field of the column. */
static void
focus_column (TlEpisodeRationales *self,
              const char          *id)
{
  GtkWidget *column = get_column (self, find_column (self, id));

  if (column != NULL)
    gtk_widget_child_focus (gtk_widget_get_next_sibling (gtk_widget_get_first_child (column)), GTK_DIR_TAB_FORWARD);
}

static void
add_column (TlEpisodeRationales *self,
            const char          *role_id,
            const char          *label)
{
  const char *episode_id = tl_record_get_id (self->episode);
  g_autoptr (GError) error = NULL;
  g_autofree char *change = NULL;
  g_autofree char *id = NULL;
  TlEdit *edit = tl_edit_begin (self->review, NULL, &error);

  if (edit != NULL)
    {
      id = role_id != NULL ? tl_episode_edit_add_role (edit, self->review, episode_id, role_id, &error)
                           : tl_episode_edit_add_new_role (edit, episode_id, label, &error);
      change = tl_edit_finish (edit, id != NULL, &error);
    }
  if (change != NULL)
    focus_column (self, id);
  else
    tl_report_error (GTK_WIDGET (self), error);
}

static void
add_role (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  g_autofree char *id = g_variant_dup_string (parameter, NULL);
  add_column (TL_EPISODE_RATIONALES (widget), id, NULL);
}

/* Callbacks */

/* A role stands in an episode once: its column is gone to instead. */
static void
picked_cb (TlEpisodeRationales *self,
           const char          *id)
{
  TlRecord *there = tl_episode_find_rationale (self->review, self->episode, id);

  if (there != NULL)
    focus_column (self, tl_record_get_id (there));
  else
    add_column (self, id, NULL);
}

static void
named_cb (TlEpisodeRationales *self,
          const char          *label)
{
  add_column (self, NULL, label);
}

static void
make_picker_cb (GtkMenuButton *button,
                gpointer       user_data)
{
  static const char *const kinds[] = { "role", NULL };
  TlEpisodeRationales *self = user_data;
  GtkWidget *picker = tl_record_picker_new (self->review, kinds);

  tl_record_picker_set_new_label (TL_RECORD_PICKER (picker), _("New role “%s”"));
  g_signal_connect_object (picker, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (picker, "named", G_CALLBACK (named_cb), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (button, picker);
}

/* Columns */

static char *
dup_role_name (TlEpisodeRationales *self,
               TlRecord            *rationale)
{
  TlRecord *role = tl_review_lookup (self->review, tl_record_get_text (rationale, "role"));
  return role != NULL ? tl_wording_name (self->review, role) : g_strdup (_("Nobody named yet"));
}

static GtkWidget *
make_header (TlEpisodeRationales *self,
             TlRecord            *rationale)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *name = dup_role_name (self, rationale);
  g_autofree char *remove = g_strdup_printf (_("Remove how it made sense to “%s”"), name);

  gtk_label_set_text (GTK_LABEL (label), name);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (box), label);
  if (!tl_review_get_read_only (self->review))
    gtk_box_append (GTK_BOX (box), tl_icon_button_new_for ("user-trash-symbolic", remove, "win.remove",
                                                           tl_record_get_id (rationale)));
  gtk_widget_add_css_class (box, "column-header");
  return box;
}

/* (transfer full): what is read for a field: whose it is as well */
static char *
dup_caption (const char *role,
             const char *label)
{
  /* Translators: the name of a role, and what is said of it, such as “What had their attention” */
  return g_strdup_printf (_("%s: %s"), role, label);
}

static GtkWidget *
make_cell (TlEpisodeRationales *self,
           TlRecord            *rationale,
           const char          *part)
{
  const TlKind *kind = tl_record_get_kind (rationale);
  guint field = (guint) tl_kind_find_field_index (kind, part);
  GtkWidget *row = tl_field_row_new (self->review, rationale, field);
  g_autofree char *name = dup_role_name (self, rationale);
  g_autofree char *spoken = dup_caption (name, _(kind->fields[field].label));

  tl_field_row_set_spoken (TL_FIELD_ROW (row), spoken);
  return row;
}

static GtkWidget *
make_column (TlEpisodeRationales *self,
             guint                position)
{
  g_autoptr (TlRecord) rationale = g_list_model_get_item (self->rationales, position);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (column), make_header (self, rationale));
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    gtk_box_append (GTK_BOX (column), make_cell (self, rationale, parts[i]));
  gtk_widget_set_size_request (column, COLUMN_WIDTH, -1);
  gtk_widget_add_css_class (column, "card");
  gtk_widget_add_css_class (column, "rationale");
  return column;
}

static void
rationales_changed_cb (TlEpisodeRationales *self,
                       guint                position,
                       guint                removed,
                       guint                added)
{
  gboolean any = g_list_model_get_n_items (self->rationales) > 0;

  for (guint i = 0; i < removed; i++)
    gtk_box_remove (GTK_BOX (self->columns), get_column (self, position));
  for (guint i = 0; i < added; i++)
    gtk_box_insert_child_after (GTK_BOX (self->columns), make_column (self, position + i),
                                position + i > 0 ? get_column (self, position + i - 1) : NULL);
  gtk_widget_set_visible (self->columns, any);
  gtk_widget_set_visible (self->empty, !any);
}

static void
add_missing (TlEpisodeRationales *self,
             TlRecord            *role)
{
  g_autofree char *name = tl_wording_name (self->review, role);
  g_autofree char *label = g_strdup_printf (_("Add %s"), name);
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", tl_record_get_id (role));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "rationales.add-role");
  gtk_box_append (GTK_BOX (self->missing), button);
}

static void
name_columns (TlEpisodeRationales *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->rationales); i++)
    {
      g_autoptr (TlRecord) rationale = g_list_model_get_item (self->rationales, i);
      g_autofree char *name = dup_role_name (self, rationale);
      GtkWidget *header = gtk_widget_get_first_child (get_column (self, i));

      gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (header)), name);
    }
}

static void
refresh (TlEpisodeRationales *self)
{
  GtkWidget *child;

  if (tl_review_lookup (self->review, tl_record_get_id (self->episode)) != self->episode)
    return;
  name_columns (self);
  while ((child = gtk_widget_get_first_child (self->missing)) != NULL)
    gtk_box_remove (GTK_BOX (self->missing), child);

  g_autoptr (GPtrArray) roles = tl_episode_find_roles (self->review, self->episode);
  for (guint i = 0; i < roles->len; i++)
    if (tl_episode_find_rationale (self->review, self->episode, tl_record_get_id (roles->pdata[i])) == NULL)
      add_missing (self, roles->pdata[i]);
  gtk_widget_set_visible (self->missing, gtk_widget_get_first_child (self->missing) != NULL
                                           && !tl_review_get_read_only (self->review));
}

/* GObject overrides */

static void
tl_episode_rationales_finalize (GObject *object)
{
  TlEpisodeRationales *self = TL_EPISODE_RATIONALES (object);

  g_clear_object (&self->review);
  g_clear_object (&self->episode);
  g_clear_object (&self->rationales);

  G_OBJECT_CLASS (tl_episode_rationales_parent_class)->finalize (object);
}

static void
tl_episode_rationales_class_init (TlEpisodeRationalesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_episode_rationales_finalize;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "rationales.add-role", "s", add_role);
}

static void
make_parts (TlEpisodeRationales *self)
{
  self->empty = gtk_label_new (_("What people did made sense to them. Whose view comes first?"));
  gtk_label_set_xalign (GTK_LABEL (self->empty), 0);
  gtk_label_set_wrap (GTK_LABEL (self->empty), TRUE);
  gtk_widget_add_css_class (self->empty, "dim-label");

  self->columns = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  gtk_widget_set_layout_manager (self->columns, tl_columns_layout_new (6));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->columns), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("How it made sense at the time"), -1);

  self->missing = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  gtk_widget_set_layout_manager (self->missing, tl_columns_layout_new (6));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->missing), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Took part, and not yet understood"), -1);

  self->add = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->add), "list-add-symbolic");
  gtk_widget_set_valign (self->add, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->add, "flat");
  gtk_widget_set_tooltip_text (self->add, _("Add a role"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Add a role"), -1);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->add), make_picker_cb, self, NULL);
}

static void
tl_episode_rationales_init (TlEpisodeRationales *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  make_parts (self);
  gtk_box_append (GTK_BOX (box), self->empty);
  gtk_box_append (GTK_BOX (box), self->columns);
  gtk_box_append (GTK_BOX (box), self->missing);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), box);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("How it made sense at the time"));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), self->add);
}

/**
 * tl_episode_rationales_new:
 * @review: a review
 * @episode: an episode
 *
 * Returns: (transfer floating): the table
 */
GtkWidget *
tl_episode_rationales_new (TlReview *review,
                           TlRecord *episode)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && tl_record_is (episode, "episode"), NULL);

  TlEpisodeRationales *self = g_object_new (TL_TYPE_EPISODE_RATIONALES, NULL);

  self->review = g_object_ref (review);
  self->episode = g_object_ref (episode);
  self->rationales = tl_referrers_new (self->review, episode, "rationale", "episode", NULL);
  gtk_widget_set_visible (self->add, !tl_review_get_read_only (self->review));
  g_signal_connect_object (self->rationales, "items-changed", G_CALLBACK (rationales_changed_cb), self,
                           G_CONNECT_SWAPPED);
  rationales_changed_cb (self, 0, 0, g_list_model_get_n_items (self->rationales));
  refresh (self);
  g_signal_connect_object (self->review, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
