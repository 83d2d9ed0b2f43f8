/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row of the outline: how deep it stands, whether there is more beneath, what it says, and beneath that in small
 * letters how it hangs together with others. Its statement is typed in place; what was typed is given to whoever made
 * the row, which itself changes nothing. */
#include "config.h"

#include "ui/outline/tl-outline-row.h"

#include <glib/gi18n.h>

#include "ui/widgets/tl-graph-wording.h"
#include "ui/widgets/tl-guard-hint.h"
#include "ui/widgets/tl-tunnel-style.h"

#define INDENT 22

struct _TlOutlineRow
{
  GtkWidget parent_instance;

  TlOutlineModel *model; /* owned */
  GtkTreeListRow *row;   /* owned */

  /* Children */
  GtkWidget *indent;
  GtkWidget *arrow;
  GtkWidget *icon;
  GtkWidget *texts;
  GtkWidget *title;
  GtkWidget *caption;
  GtkWidget *entry; /* while it is typed in */

  gulong expanded_id;
};

G_DEFINE_FINAL_TYPE (TlOutlineRow, tl_outline_row, GTK_TYPE_WIDGET)

enum { TYPED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
set_class (TlOutlineRow *self,
           const char   *name,
           gboolean      on)
{
  if (on)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

static guint
count_causes (TlOutlineRow  *self,
              TlOutlineItem *item)
{
  TlReview *review = tl_outline_model_get_review (self->model);
  g_autoptr (GPtrArray) causes
      = tl_review_get_referrers (review, tl_outline_item_get_factor_id (item), "link", "effect");

  return causes->len;
}

/* What a screen reader says of the row; the row of the list is what has the keyboard. */
static void
set_accessible (TlOutlineRow *self,
                const char   *name,
                const char   *description,
                gboolean      can_expand)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  if (parent == NULL)
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, GTK_ACCESSIBLE_PROPERTY_LEVEL,
                                  (int) gtk_tree_list_row_get_depth (self->row) + 1, -1);
  if (can_expand)
    gtk_accessible_update_state (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_STATE_EXPANDED,
                                 (int) gtk_tree_list_row_get_expanded (self->row), -1);
  else
    gtk_accessible_reset_state (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_STATE_EXPANDED);
}

static void
show (TlOutlineRow *self,
      const char   *title,
      const char   *caption,
      const char   *icon,
      gboolean      can_expand)
{
  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_label_set_text (GTK_LABEL (self->caption), caption);
  gtk_widget_set_visible (self->caption, *caption != '\0' && self->entry == NULL);
  gtk_widget_set_visible (self->icon, icon != NULL);
  if (icon != NULL)
    gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icon);
  gtk_widget_set_opacity (self->arrow, can_expand ? 1 : 0);
}

static void
show_level (TlOutlineRow  *self,
            TlOutlineItem *item)
{
  TlMethod *method = tl_outline_model_get_method (self->model);
  const char *key = tl_outline_item_get_id (item);
  const TlMethodEntry *level
      = key != NULL && method != NULL ? tl_method_find_entry (method, TL_VOCABULARY_LEVEL, key) : NULL;
  const char *title = level != NULL ? level->title
                      : method != NULL && tl_method_get_n_levels (method) > 0 ? _("No level yet")
                                                                               : _("All factors");
  guint n = tl_outline_model_count_level (self->model, item);
  g_autofree char *count = g_strdup_printf (g_dngettext (NULL, "%u factor", "%u factors", n), n);
  /* Translators: a level read aloud: what it is called, how many factors are in it */
  g_autofree char *name = g_strdup_printf (_("%s, %s"), title, count);

  tl_tunnel_style_set (GTK_WIDGET (self), TL_TUNNEL_OUTSIDE);
  show (self, title, count, NULL, n > 0);
  set_accessible (self, name, level != NULL && level->description != NULL ? level->description : "", n > 0);
}

static void
show_factor (TlOutlineRow  *self,
             TlOutlineItem *item,
             TlRecord      *factor)
{
  TlReview *review = tl_outline_model_get_review (self->model);
  TlMethod *method = tl_outline_model_get_method (self->model);
  const char *kind_key = tl_record_get_text (factor, "kind");
  const TlMethodEntry *kind
      = method != NULL && kind_key != NULL ? tl_method_find_entry (method, TL_VOCABULARY_FACTOR_KIND, kind_key) : NULL;
  g_autoptr (GPtrArray) effects = tl_review_get_referrers (review, tl_record_get_id (factor), "link", "cause");
  guint n_causes = count_causes (self, item);
  g_autofree char *counts = tl_graph_wording_counts (n_causes, effects->len);
  g_autofree char *caption = kind != NULL ? g_strdup_printf ("%s · %s", kind->title, counts) : g_strdup (counts);
  g_autofree char *name = tl_graph_wording_factor (review, method, factor);

  TlTunnel *tunnel = tl_outline_model_get_tunnel (self->model);
  g_autofree char *shown = tl_tunnel_style_show (GTK_WIDGET (self), tunnel, factor, caption);
  g_autofree char *about = tl_tunnel_style_show (GTK_WIDGET (self), tunnel, factor, kind != NULL ? kind->title : "");

  show (self, tl_graph_wording_statement (factor), shown, NULL, n_causes > 0);
  set_accessible (self, name, about, n_causes > 0);
}

static void
show_link (TlOutlineRow  *self,
           TlOutlineItem *item,
           TlRecord      *link)
{
  TlReview *review = tl_outline_model_get_review (self->model);
  TlMethod *method = tl_outline_model_get_method (self->model);
  TlRecord *cause = tl_review_lookup (review, tl_outline_item_get_factor_id (item));
  const char *level = cause != NULL ? tl_graph_wording_level (method, cause) : NULL;
  const char *rationale = tl_record_get_text (link, "rationale");
  gboolean is_above = tl_outline_item_get_is_above (item);
  guint n_causes = is_above ? 0 : count_causes (self, item);
  g_autofree char *details = tl_graph_wording_link_details (method, link);
  g_autofree char *ends
      = tl_graph_wording_link (method, link, cause, tl_review_lookup (review, tl_record_get_text (link, "effect")));
  g_autoptr (GString) caption = g_string_new (details);
  g_autoptr (GString) name = g_string_new (ends);

  g_string_append_printf (name, ", %s", details);
  if (level != NULL)
    g_string_append_printf (caption, " · %s", level);
  if (is_above)
    {
      g_string_append_printf (caption, " · %s", _("already above"));
      g_string_append_printf (name, ", %s", _("already above"));
    }

  TlTunnel *tunnel = tl_outline_model_get_tunnel (self->model);
  g_autofree char *shown = tl_tunnel_style_show (GTK_WIDGET (self), tunnel, link, caption->str);
  g_autofree char *about = tl_tunnel_style_show (GTK_WIDGET (self), tunnel, link, rationale != NULL ? rationale : "");

  show (self, cause != NULL ? tl_graph_wording_statement (cause) : "", shown, "go-up-symbolic", n_causes > 0);
  set_accessible (self, name->str, about, n_causes > 0);
}

/* Typing */

static void
close_entry (TlOutlineRow *self)
{
  GtkWidget *entry = g_steal_pointer (&self->entry);

  if (entry == NULL)
    return;
  gtk_widget_set_visible (self->title, TRUE);
  gtk_box_remove (GTK_BOX (self->texts), entry);
  tl_outline_row_refresh (self);
}

static void
finish (TlOutlineRow *self,
        gboolean      keep)
{
  g_autoptr (TlOutlineRow) alive = g_object_ref (self);
  g_autofree char *text = NULL;

  if (self->entry == NULL)
    return;
  text = keep ? g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)))) : NULL;
  close_entry (self);
  g_signal_emit (self, signals[TYPED], 0, text);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                TlOutlineRow          *self)
{
  switch (key)
    {
    case GDK_KEY_Escape:
      finish (self, FALSE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
    case GDK_KEY_Tab:
    case GDK_KEY_ISO_Left_Tab:
      finish (self, TRUE);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
focus_left_cb (GtkEventControllerFocus *controller,
               TlOutlineRow            *self)
{
  /* Another window in front is no reason to stop typing. */
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root != NULL && GTK_IS_WINDOW (root) && gtk_window_is_active (GTK_WINDOW (root)))
    finish (self, TRUE);
}

static void
arrow_pressed_cb (GtkGestureClick *gesture,
                  int              n_press,
                  double           x,
                  double           y,
                  TlOutlineRow    *self)
{
  if (self->row == NULL || gtk_widget_get_opacity (self->arrow) == 0)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_tree_list_row_set_expanded (self->row, !gtk_tree_list_row_get_expanded (self->row));
}

/* GObject overrides */

static void
tl_outline_row_dispose (GObject *object)
{
  TlOutlineRow *self = TL_OUTLINE_ROW (object);
  GtkWidget *child;

  tl_outline_row_set_row (self, NULL);
  self->entry = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (tl_outline_row_parent_class)->dispose (object);
}

static void
tl_outline_row_class_init (TlOutlineRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_outline_row_dispose;
  gtk_widget_class_set_css_name (widget_class, "outlinerow");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);

  /**
   * TlOutlineRow::typed:
   * @text: (nullable): what was typed; %NULL if it is not to be kept
   */
  signals[TYPED] = g_signal_new ("typed", TL_TYPE_OUTLINE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 G_TYPE_STRING);
}

static GtkWidget *
make_label (const char *css_class,
            int         lines)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), lines);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
tl_outline_row_init (TlOutlineRow *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->indent = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->arrow = gtk_image_new_from_icon_name ("pan-end-symbolic");
  self->icon = gtk_image_new ();
  self->texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->title = make_label ("title", 3);
  self->caption = make_label ("caption", 2);
  gtk_widget_set_hexpand (self->texts, TRUE);
  gtk_widget_set_valign (self->texts, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->caption, "dim-label");
  gtk_widget_add_css_class (self->icon, "dim-label");
  gtk_widget_add_css_class (self->arrow, "arrow");
  gtk_box_append (GTK_BOX (self->texts), self->title);
  gtk_box_append (GTK_BOX (self->texts), self->caption);

  g_signal_connect (click, "pressed", G_CALLBACK (arrow_pressed_cb), self);
  gtk_widget_add_controller (self->arrow, GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_parent (self->indent, GTK_WIDGET (self));
  gtk_widget_set_parent (self->arrow, GTK_WIDGET (self));
  gtk_widget_set_parent (self->icon, GTK_WIDGET (self));
  gtk_widget_set_parent (self->texts, GTK_WIDGET (self));
}

/**
 * tl_outline_row_new:
 * @model: the outline
 *
 * Returns: (transfer floating): a row without content
 */
GtkWidget *
tl_outline_row_new (TlOutlineModel *model)
{
  g_return_val_if_fail (TL_IS_OUTLINE_MODEL (model), NULL);

  TlOutlineRow *self = g_object_new (TL_TYPE_OUTLINE_ROW, NULL);

  self->model = g_object_ref (model);
  return GTK_WIDGET (self);
}

/**
 * tl_outline_row_set_row:
 * @row: (nullable): what to show
 */
void
tl_outline_row_set_row (TlOutlineRow   *self,
                        GtkTreeListRow *row)
{
  g_return_if_fail (TL_IS_OUTLINE_ROW (self));

  close_entry (self);
  if (self->row != NULL)
    g_clear_signal_handler (&self->expanded_id, self->row);
  g_set_object (&self->row, row);
  if (row == NULL)
    return;
  self->expanded_id
      = g_signal_connect_swapped (row, "notify::expanded", G_CALLBACK (tl_outline_row_refresh), self);
  tl_outline_row_refresh (self);
}

/**
 * tl_outline_row_get_row:
 *
 * Returns: (transfer none) (nullable): what is shown
 */
GtkTreeListRow *
tl_outline_row_get_row (TlOutlineRow *self)
{
  g_return_val_if_fail (TL_IS_OUTLINE_ROW (self), NULL);
  return self->row;
}

/**
 * tl_outline_row_get_item:
 *
 * Returns: (transfer none) (nullable): what is shown
 */
TlOutlineItem *
tl_outline_row_get_item (TlOutlineRow *self)
{
  g_return_val_if_fail (TL_IS_OUTLINE_ROW (self), NULL);

  g_autoptr (TlOutlineItem) item = self->row != NULL ? gtk_tree_list_row_get_item (self->row) : NULL;
  return item; /* the row keeps it */
}

/**
 * tl_outline_row_refresh:
 *
 * Shows the record as it is now.
 */
void
tl_outline_row_refresh (TlOutlineRow *self)
{
  g_return_if_fail (TL_IS_OUTLINE_ROW (self));

  TlOutlineItem *item = tl_outline_row_get_item (self);
  TlOutlineKind kind = item != NULL ? tl_outline_item_get_kind (item) : TL_OUTLINE_DRAFT;
  const char *id = item != NULL ? tl_outline_item_get_id (item) : NULL;
  TlRecord *record = id != NULL ? tl_review_lookup (tl_outline_model_get_review (self->model), id) : NULL;
  const char *state = record != NULL && kind == TL_OUTLINE_LINK ? tl_record_get_text (record, "state") : NULL;

  if (item == NULL)
    return;
  gtk_widget_set_size_request (self->indent, (int) gtk_tree_list_row_get_depth (self->row) * INDENT, -1);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->arrow), gtk_tree_list_row_get_expanded (self->row)
                                                             ? "pan-down-symbolic"
                                                             : "pan-end-symbolic");
  set_class (self, "level", kind == TL_OUTLINE_LEVEL);
  set_class (self, "factor", kind == TL_OUTLINE_FACTOR);
  set_class (self, "link", kind == TL_OUTLINE_LINK);
  set_class (self, "rejected", g_strcmp0 (state, "rejected") == 0);
  if (kind == TL_OUTLINE_LEVEL)
    show_level (self, item);
  else if (kind == TL_OUTLINE_FACTOR && record != NULL)
    show_factor (self, item, record);
  else if (kind == TL_OUTLINE_LINK && record != NULL)
    show_link (self, item, record);
  else if (kind == TL_OUTLINE_DRAFT)
    {
      show (self, "", "", NULL, FALSE);
      set_accessible (self, _("New factor"), "", FALSE);
    }
}

/**
 * tl_outline_row_edit:
 *
 * Lets the person type the statement in place: Enter keeps it, Escape does not.
 */
void
tl_outline_row_edit (TlOutlineRow *self)
{
  g_return_if_fail (TL_IS_OUTLINE_ROW (self));

  TlOutlineItem *item = tl_outline_row_get_item (self);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  const char *id = item != NULL ? tl_outline_item_get_factor_id (item) : NULL;
  TlRecord *factor = id != NULL ? tl_review_lookup (tl_outline_model_get_review (self->model), id) : NULL;
  const char *statement = factor != NULL ? tl_record_get_text (factor, "statement") : NULL;

  if (self->entry != NULL)
    finish (self, TRUE);
  self->entry = gtk_entry_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Statement of the factor"), -1);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), statement != NULL ? statement : "");
  tl_guard_hint_attach_to_entry (GTK_ENTRY (self->entry), tl_outline_model_get_review (self->model));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->entry, keys);
  g_signal_connect (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (self->entry, focus);
  gtk_widget_set_visible (self->title, FALSE);
  gtk_widget_set_visible (self->caption, FALSE);
  gtk_box_prepend (GTK_BOX (self->texts), self->entry);
  gtk_widget_grab_focus (self->entry);
}

gboolean
tl_outline_row_is_editing (TlOutlineRow *self)
{
  g_return_val_if_fail (TL_IS_OUTLINE_ROW (self), FALSE);
  return self->entry != NULL;
}
