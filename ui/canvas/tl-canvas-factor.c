/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A factor on the canvas: its statement, what kind of factor it is and whose. It shows what it is given and does
 * nothing itself; the canvas sees to the pointer and the keys. */
#include "config.h"

#include "ui/canvas/tl-canvas-factor.h"

#include <glib/gi18n.h>

#include "model/case/tl-tunnel-words.h"
#include "ui/widgets/tl-graph-wording.h"
#include "ui/widgets/tl-tunnel-style.h"

#define PIN_SIZE 12

struct _TlCanvasFactor
{
  GtkWidget parent_instance;

  /* Children */
  GtkWidget *header;
  GtkWidget *kind;
  GtkWidget *mark;
  GtkWidget *pin;
  GtkWidget *statement;

  /* Owned */
  char *id;
  char *role_class;
  char *lens_class;
  char *kind_text; /* where there is no lens */
  TlTunnelState tunnel;
  char *about;
  char *tooltip;
};

G_DEFINE_FINAL_TYPE (TlCanvasFactor, tl_canvas_factor, GTK_TYPE_WIDGET)

static void
set_class (TlCanvasFactor *self,
           const char     *name,
           gboolean        on)
{
  if (on)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

/* "Action or decision · Social worker 2" */
static char *
dup_kind_text (TlReview *review,
               TlMethod *method,
               TlRecord *factor)
{
  const char *kind_key = tl_record_get_text (factor, "kind");
  const TlMethodEntry *kind
      = method != NULL && kind_key != NULL ? tl_method_find_entry (method, TL_VOCABULARY_FACTOR_KIND, kind_key) : NULL;
  const char *whose_id = tl_record_get_text (factor, "role");
  g_autofree char *whose = NULL;

  if (whose_id == NULL)
    whose_id = tl_record_get_text (factor, "agency");
  TlRecord *owner = whose_id != NULL ? tl_review_lookup (review, whose_id) : NULL;
  if (owner != NULL)
    whose = tl_review_dup_title (review, owner);

  if (kind != NULL && whose != NULL)
    return g_strdup_printf ("%s · %s", kind->title, whose);
  return g_strdup (kind != NULL ? kind->title : whose != NULL ? whose : _("Factor"));
}

/* What is worth a word in the corner: that something hindered is the usual case and is not. */
static const char *
get_mark (TlRecord *factor)
{
  const char *influence = tl_record_get_text (factor, "influence");

  if (g_strcmp0 (influence, "helped") == 0)
    return _("helped");
  if (g_strcmp0 (influence, "both") == 0)
    return _("helped and hindered");
  return NULL;
}

static void
update_classes (TlCanvasFactor *self,
                TlMethod       *method,
                TlRecord       *factor)
{
  const char *kind = tl_record_get_text (factor, "kind");
  const char *influence = tl_record_get_text (factor, "influence");
  const char *certainty = tl_record_get_text (factor, "certainty");
  TlFactorRole role = method != NULL ? tl_method_get_factor_role (method, kind) : TL_FACTOR_ROLE_FACTOR;
  const char *role_class = tl_factor_role_get_name (role);

  if (g_strcmp0 (role_class, self->role_class) != 0)
    {
      if (self->role_class != NULL)
        gtk_widget_remove_css_class (GTK_WIDGET (self), self->role_class);
      g_free (self->role_class);
      self->role_class = g_strdup (role_class);
      gtk_widget_add_css_class (GTK_WIDGET (self), role_class);
    }
  set_class (self, "helped", g_strcmp0 (influence, "helped") == 0);
  set_class (self, "hindered", g_strcmp0 (influence, "hindered") == 0);
  set_class (self, "contested", tl_record_get_text (factor, "dissent") != NULL);
  set_class (self, "uncertain", g_strcmp0 (certainty, "possible") == 0 || g_strcmp0 (certainty, "unknown") == 0);
}

/* GObject overrides */

static void
tl_canvas_factor_dispose (GObject *object)
{
  TlCanvasFactor *self = TL_CANVAS_FACTOR (object);

  g_clear_pointer (&self->header, gtk_widget_unparent);
  g_clear_pointer (&self->statement, gtk_widget_unparent);

  G_OBJECT_CLASS (tl_canvas_factor_parent_class)->dispose (object);
}

static void
tl_canvas_factor_finalize (GObject *object)
{
  TlCanvasFactor *self = TL_CANVAS_FACTOR (object);

  g_free (self->id);
  g_free (self->role_class);
  g_free (self->lens_class);
  g_free (self->kind_text);
  g_free (self->about);
  g_free (self->tooltip);

  G_OBJECT_CLASS (tl_canvas_factor_parent_class)->finalize (object);
}

/* Only what can't be read in the box is worth covering its neighbours for. */
static gboolean
tl_canvas_factor_query_tooltip (GtkWidget  *widget,
                                int         x,
                                int         y,
                                gboolean    keyboard,
                                GtkTooltip *tooltip)
{
  TlCanvasFactor *self = TL_CANVAS_FACTOR (widget);

  if (!pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (self->statement)))
      && !pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (self->kind))))
    return FALSE;
  gtk_tooltip_set_text (tooltip, self->tooltip);
  return TRUE;
}

static void
tl_canvas_factor_class_init (TlCanvasFactorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_canvas_factor_dispose;
  object_class->finalize = tl_canvas_factor_finalize;

  widget_class->query_tooltip = tl_canvas_factor_query_tooltip;

  gtk_widget_class_set_css_name (widget_class, "factor");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
tl_canvas_factor_init (TlCanvasFactor *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);

  self->header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_parent (self->header, GTK_WIDGET (self));

  self->kind = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->kind), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->kind), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->kind, TRUE);
  gtk_widget_add_css_class (self->kind, "kind");
  gtk_box_append (GTK_BOX (self->header), self->kind);

  self->mark = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->mark, "mark");
  gtk_box_append (GTK_BOX (self->header), self->mark);

  self->pin = gtk_image_new_from_icon_name ("view-pin-symbolic");
  gtk_image_set_pixel_size (GTK_IMAGE (self->pin), PIN_SIZE);
  gtk_widget_set_tooltip_text (self->pin, _("Pinned: stays here when the graph is tidied"));
  gtk_widget_add_css_class (self->pin, "pin");
  gtk_box_append (GTK_BOX (self->header), self->pin);

  self->statement = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->statement), 0);
  gtk_label_set_yalign (GTK_LABEL (self->statement), 0);
  gtk_label_set_wrap (GTK_LABEL (self->statement), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->statement), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_ellipsize (GTK_LABEL (self->statement), PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (GTK_LABEL (self->statement), 3);
  gtk_widget_set_vexpand (self->statement, TRUE);
  gtk_widget_add_css_class (self->statement, "statement");
  gtk_widget_set_parent (self->statement, GTK_WIDGET (self));
}

/**
 * tl_canvas_factor_new:
 *
 * Returns: a factor without content
 */
GtkWidget *
tl_canvas_factor_new (void)
{
  return g_object_new (TL_TYPE_CANVAS_FACTOR, NULL);
}

/**
 * tl_canvas_factor_update:
 * @review: where it can be looked up whose factor it is
 * @method: (nullable): what names its kind and level
 * @node: the factor
 *
 * Shows @node as it is now.
 */
void
tl_canvas_factor_update (TlCanvasFactor     *self,
                         TlReview           *review,
                         TlMethod           *method,
                         const TlCanvasNode *node)
{
  g_return_if_fail (TL_IS_CANVAS_FACTOR (self));

  TlRecord *factor = node->record;
  const char *level = tl_graph_wording_level (method, factor);
  const char *statement = tl_graph_wording_statement (factor);
  const char *mark = get_mark (factor);
  gboolean pinned = tl_record_get_bool (factor, "pinned");
  g_autofree char *kind = dup_kind_text (review, method, factor);
  g_autofree char *counts = tl_graph_wording_counts (node->n_causes, node->n_effects);
  g_autoptr (GString) about = g_string_new (kind);

  if (level != NULL)
    g_string_append_printf (about, "\n%s", level);
  if (mark != NULL)
    g_string_append_printf (about, "\n%s", mark);
  if (pinned)
    g_string_append_printf (about, "\n%s", _("pinned"));
  g_string_append_printf (about, "\n%s", counts);

  g_free (self->id);
  self->id = g_strdup (tl_canvas_node_get_id (node));
  gtk_label_set_label (GTK_LABEL (self->statement), statement);
  g_free (self->kind_text);
  self->kind_text = g_strdup (kind);
  gtk_label_set_label (GTK_LABEL (self->mark), mark != NULL ? mark : "");
  gtk_widget_set_visible (self->mark, mark != NULL);
  gtk_widget_set_visible (self->pin, pinned);
  update_classes (self, method, factor);

  g_free (self->tooltip);
  self->tooltip = g_strdup_printf ("%s\n\n%s", statement, about->str);

  /* A screen reader reads the statement first and then as much of the rest as one waits for. */
  g_string_replace (about, "\n", ", ", 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, statement, -1);
  g_free (self->about);
  self->about = g_string_free (g_steal_pointer (&about), FALSE);
}

/**
 * tl_canvas_factor_set_tunnel:
 * @state: whether the factor was known to whose eyes are looked through
 *
 * Shows the state; it is said with the answer, so before that is set. After each update.
 */
void
tl_canvas_factor_set_tunnel (TlCanvasFactor *self,
                             TlTunnelState   state)
{
  g_return_if_fail (TL_IS_CANVAS_FACTOR (self));

  self->tunnel = state;
  tl_tunnel_style_set (GTK_WIDGET (self), state);
}

/**
 * tl_canvas_factor_set_answer:
 * @answer: (nullable): what it answers to the lens there is
 * @detail: (nullable): what more there is to say
 *
 * Shows the answer where otherwise its kind stands, by a mark, in words and by a colour. After each update.
 */
void
tl_canvas_factor_set_answer (TlCanvasFactor     *self,
                             const TlLensAnswer *answer,
                             const char         *detail)
{
  g_return_if_fail (TL_IS_CANVAS_FACTOR (self));

  g_autofree char *lens_class = answer != NULL ? g_strdup_printf ("lens-%u", answer->colour) : NULL;
  const char *known = tl_tunnel_words_state (self->tunnel);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) about = g_string_new (NULL);

  if (self->tunnel > TL_TUNNEL_KNOWN)
    g_string_append_printf (text, "%s %s · ", tl_tunnel_words_mark (self->tunnel), known);
  if (known != NULL)
    g_string_append_printf (about, "%s. ", known);
  if (answer != NULL)
    {
      g_autofree char *said = g_strjoin (", ", answer->title, detail, NULL);

      g_string_append_printf (text, "%s %s", answer->mark, answer->title);
      g_string_append_printf (about, "%s. ", said);
    }
  else
    g_string_append (text, self->kind_text);
  g_string_append (about, self->about);

  gtk_label_set_label (GTK_LABEL (self->kind), text->str);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, about->str, -1);
  if (g_strcmp0 (lens_class, self->lens_class) == 0)
    return;
  if (self->lens_class != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->lens_class);
  g_free (self->lens_class);
  self->lens_class = g_steal_pointer (&lens_class);
  if (self->lens_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), self->lens_class);
  set_class (self, "lens", answer != NULL);
}

void
tl_canvas_factor_set_selected (TlCanvasFactor *self,
                               gboolean        selected)
{
  g_return_if_fail (TL_IS_CANVAS_FACTOR (self));

  if (selected == gtk_widget_has_css_class (GTK_WIDGET (self), "selected"))
    return;
  set_class (self, "selected", selected);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

/**
 * tl_canvas_factor_get_id:
 *
 * Returns: (nullable): the id of the factor that is shown
 */
const char *
tl_canvas_factor_get_id (TlCanvasFactor *self)
{
  g_return_val_if_fail (TL_IS_CANVAS_FACTOR (self), NULL);

  return self->id;
}
