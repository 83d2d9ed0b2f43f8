/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Puts together a chain to look for: what each factor is coded with and at which level it is, either of which may be
 * anything, and whether others may stand between it and the one before. Emits "changed". */
#include "config.h"

#include "ui/library/tl-pattern-editor.h"

#include <glib/gi18n.h>
#include <string.h>

#include "model/method/tl-method.h"
#include "model/questions/tl-chains.h"
#include "model/questions/tl-facet.h"
#include "model/typology/tl-typology.h"
#include "ui/widgets/tl-drop-down-name.h"
#include "ui/widgets/tl-icon-button.h"

#define MAX_STEPS (TL_CHAINS_MAX_LENGTH + 1)

/* A factor of the chain. */
typedef struct {
  GtkWidget      *box;
  GtkCheckButton *far;   /* of the first never seen */
  GtkDropDown    *code;
  GtkDropDown    *level;
} Step;

struct _TlPatternEditor
{
  AdwBin parent_instance;

  /* Of the tree of widgets */
  Step       steps[MAX_STEPS];
  GtkWidget *add;
  GtkWidget *remove;

  /* Owned */
  GPtrArray *codes;  /* of the typology; the first is "" for any */
  GPtrArray *levels; /* of all methods, likewise */
  char      *typology; /* whose codes they are; NULL before there are any */
  guint      n_steps;
  gboolean   filling;
};

G_DEFINE_FINAL_TYPE (TlPatternEditor, tl_pattern_editor, ADW_TYPE_BIN)

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Choices */

static void
add_codes (GListModel    *codes,
           GPtrArray     *keys,
           GtkStringList *labels)
{
  for (guint i = 0; i < g_list_model_get_n_items (codes); i++)
    {
      g_autoptr (TlCode) code = g_list_model_get_item (codes, i);
      g_autofree char *label = g_strdup_printf ("%s %s", tl_code_get_notation (code), tl_code_get_label (code));

      g_ptr_array_add (keys, g_strdup (tl_code_get_qualified (code)));
      gtk_string_list_append (labels, label);
      if (tl_code_get_children (code) != NULL)
        add_codes (tl_code_get_children (code), keys, labels);
    }
}

/* Methods share some of their levels; each stands there once. */
static void
add_levels (GPtrArray     *keys,
            GtkStringList *labels)
{
  g_autoptr (GPtrArray) methods = tl_methods_list (NULL);

  for (guint i = 0; i < methods->len; i++)
    for (guint j = 0; j < tl_method_get_n_levels (methods->pdata[i]); j++)
      {
        const TlMethodEntry *level = tl_method_get_level (methods->pdata[i], j);

        if (g_ptr_array_find_with_equal_func (keys, level->key, g_str_equal, NULL))
          continue;

        g_autofree char *title = tl_facet_dup_title (TL_FACET_LEVEL, level->key);

        g_ptr_array_add (keys, g_strdup (level->key));
        gtk_string_list_append (labels, title);
      }
}

static GtkDropDown *
make_drop_down (TlPatternEditor *self,
                const char      *name)
{
  GtkExpression *text = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GtkDropDown *drop_down = GTK_DROP_DOWN (gtk_drop_down_new (NULL, text));

  gtk_drop_down_set_enable_search (drop_down, TRUE);
  tl_drop_down_set_name (drop_down, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (drop_down), name);
  return drop_down;
}

/* Names are long, and several steps stand side by side. */
static void
setup_choice_cb (GtkSignalListItemFactory *factory,
                 GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 16);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 16);
  gtk_list_item_set_child (item, label);
}

static void
setup_line_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  GtkStringObject *choice = gtk_list_item_get_item (item);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), gtk_string_object_get_string (choice));
}

static void
fill_drop_down (GtkDropDown   *drop_down,
                GtkStringList *labels)
{
  g_autoptr (GtkListItemFactory) chosen = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) listed = gtk_signal_list_item_factory_new ();

  g_signal_connect (chosen, "setup", G_CALLBACK (setup_choice_cb), NULL);
  g_signal_connect (chosen, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (listed, "setup", G_CALLBACK (setup_line_cb), NULL);
  g_signal_connect (listed, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_drop_down_set_factory (drop_down, chosen);
  gtk_drop_down_set_list_factory (drop_down, listed);
  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (labels));
}

static void
show_steps (TlPatternEditor *self)
{
  for (guint i = 0; i < MAX_STEPS; i++)
    gtk_widget_set_visible (self->steps[i].box, i < self->n_steps);
  gtk_widget_set_sensitive (self->add, self->n_steps < MAX_STEPS);
  gtk_widget_set_sensitive (self->remove, self->n_steps > 2);
}

/* Callbacks */

static void
changed_cb (TlPatternEditor *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
add_cb (TlPatternEditor *self)
{
  self->n_steps = MIN (self->n_steps + 1, MAX_STEPS);
  show_steps (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->steps[self->n_steps - 1].code));
  changed_cb (self);
}

static void
remove_cb (TlPatternEditor *self)
{
  self->n_steps = MAX (self->n_steps - 1, 2);
  show_steps (self);
  changed_cb (self);
}

/* GObject overrides */

static void
tl_pattern_editor_finalize (GObject *object)
{
  TlPatternEditor *self = TL_PATTERN_EDITOR (object);

  g_ptr_array_unref (self->codes);
  g_ptr_array_unref (self->levels);
  g_free (self->typology);
  G_OBJECT_CLASS (tl_pattern_editor_parent_class)->finalize (object);
}

static void
tl_pattern_editor_class_init (TlPatternEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_pattern_editor_finalize;

  /**
   * TlPatternEditor::changed:
   *
   * Another chain is to be looked for.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
make_step (TlPatternEditor *self,
           guint            i)
{
  Step *step = &self->steps[i];
  GtkWidget *fields = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *arrow = gtk_label_new (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? "←" : "→");
  g_autofree char *code = g_strdup_printf (_("Code of factor %u"), i + 1);
  g_autofree char *level = g_strdup_printf (_("Level of factor %u"), i + 1);

  step->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  step->far = GTK_CHECK_BUTTON (gtk_check_button_new_with_label (_("at any distance")));
  step->code = make_drop_down (self, code);
  step->level = make_drop_down (self, level);
  gtk_widget_set_tooltip_text (GTK_WIDGET (step->far), _("Other factors may stand between this and the one before"));
  gtk_box_append (GTK_BOX (fields), GTK_WIDGET (step->code));
  gtk_box_append (GTK_BOX (fields), GTK_WIDGET (step->level));
  gtk_box_append (GTK_BOX (fields), GTK_WIDGET (step->far));
  gtk_widget_set_visible (arrow, i > 0);
  gtk_widget_set_visible (GTK_WIDGET (step->far), i > 0);
  gtk_widget_set_valign (arrow, GTK_ALIGN_START);
  gtk_widget_add_css_class (arrow, "pattern-arrow");
  gtk_box_append (GTK_BOX (step->box), arrow);
  gtk_box_append (GTK_BOX (step->box), fields);
  g_signal_connect_object (step->code, "notify::selected", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (step->level, "notify::selected", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (step->far, "toggled", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static void
tl_pattern_editor_init (TlPatternEditor *self)
{
  GtkWidget *flow = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  g_autoptr (GtkStringList) labels = gtk_string_list_new ((const char *const[]) { _("Any level"), NULL });

  self->codes = g_ptr_array_new_with_free_func (g_free);
  self->levels = g_ptr_array_new_with_free_func (g_free);
  self->n_steps = 2;
  self->add = tl_icon_button_new ("list-add-symbolic", _("Add a Factor"));
  self->remove = tl_icon_button_new ("list-remove-symbolic", _("Remove the Last Factor"));
  g_ptr_array_add (self->levels, g_strdup (""));
  add_levels (self->levels, labels);
  self->filling = TRUE;
  for (guint i = 0; i < MAX_STEPS; i++)
    {
      make_step (self, i);
      fill_drop_down (self->steps[i].level, labels);
      gtk_box_append (GTK_BOX (flow), self->steps[i].box);
    }
  tl_pattern_editor_set_typology (self, NULL);
  self->filling = FALSE;
  gtk_widget_set_valign (self->add, GTK_ALIGN_START);
  gtk_widget_set_valign (self->remove, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (flow), self->add);
  gtk_box_append (GTK_BOX (flow), self->remove);
  g_signal_connect_object (self->add, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->remove, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (flow, "pattern-editor");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), flow);
  adw_bin_set_child (ADW_BIN (self), scrolled);
  show_steps (self);
}

/**
 * tl_pattern_editor_new:
 *
 * Returns: (transfer floating): an editor of a chain of any two factors
 */
GtkWidget *
tl_pattern_editor_new (void)
{
  return g_object_new (TL_TYPE_PATTERN_EDITOR, NULL);
}

/**
 * tl_pattern_editor_set_typology:
 * @id: (nullable): whose codes there are to choose from
 *
 * What was chosen of another typology is forgotten.
 */
void
tl_pattern_editor_set_typology (TlPatternEditor *self,
                                const char      *id)
{
  g_return_if_fail (TL_IS_PATTERN_EDITOR (self));

  const char *asked = id != NULL ? id : TL_POPULATION_DEFAULT_TYPOLOGY;
  TlTypology *typology = tl_typology_lookup (asked, NULL);
  g_autoptr (GtkStringList) labels = gtk_string_list_new ((const char *const[]) { _("Any factor"), NULL });
  gboolean filling = self->filling;

  if (g_strcmp0 (self->typology, asked) == 0)
    return;
  g_free (self->typology);
  self->typology = g_strdup (asked);
  self->filling = TRUE;
  g_ptr_array_set_size (self->codes, 0);
  g_ptr_array_add (self->codes, g_strdup (""));
  if (typology != NULL)
    add_codes (tl_typology_get_top (typology), self->codes, labels);
  for (guint i = 0; i < MAX_STEPS; i++)
    fill_drop_down (self->steps[i].code, labels);
  self->filling = filling;
}

static const char *
get_key (GtkDropDown *drop_down,
         GPtrArray   *keys)
{
  guint position = gtk_drop_down_get_selected (drop_down);

  return position < keys->len ? keys->pdata[position] : "";
}

/**
 * tl_pattern_editor_dup_pattern:
 *
 * Returns: (transfer full): the chain, as #TlChainsQuery has it
 */
char *
tl_pattern_editor_dup_pattern (TlPatternEditor *self)
{
  g_return_val_if_fail (TL_IS_PATTERN_EDITOR (self), NULL);

  GString *pattern = g_string_new (NULL);

  for (guint i = 0; i < self->n_steps; i++)
    {
      const char *code = get_key (self->steps[i].code, self->codes);
      const char *level = get_key (self->steps[i].level, self->levels);

      if (i > 0)
        g_string_append (pattern, gtk_check_button_get_active (self->steps[i].far) ? " > ** > " : " > ");
      g_string_append (pattern, code[0] == '\0' && level[0] == '\0' ? "*" : code);
      if (level[0] != '\0')
        g_string_append_printf (pattern, "@%s", level);
    }
  return g_string_free (pattern, FALSE);
}

/* Where the choices of a factor stand in their lists. */
typedef struct {
  gboolean far;
  guint    code;
  guint    level;
} Choices;

/* "MS.3@frontline", "@national", "*": a code may go without its typology. */
static gboolean
read_factor (TlPatternEditor *self,
             const char      *text,
             Choices         *choices)
{
  g_auto (GStrv) parts = g_strsplit (text, "@", 2);
  const char *code = parts[0] == NULL || strcmp (parts[0], "*") == 0 ? "" : parts[0];
  const char *level = parts[0] != NULL && parts[1] != NULL ? parts[1] : "";
  g_autofree char *key = code[0] == '\0' || strchr (code, ':') != NULL
                           ? g_strdup (code)
                           : g_strconcat (self->typology, ":", code, NULL);

  return g_ptr_array_find_with_equal_func (self->codes, key, g_str_equal, &choices->code)
         && g_ptr_array_find_with_equal_func (self->levels, level, g_str_equal, &choices->level);
}

/* Returns: how many factors the chain has; 0 if it can't be put together here */
static guint
read_pattern (TlPatternEditor *self,
              const char      *pattern,
              Choices          choices[MAX_STEPS])
{
  g_auto (GStrv) words = g_strsplit (pattern, ">", -1);
  gboolean far = FALSE;
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *word = g_strstrip (words[i]);

      if (strcmp (word, "**") == 0 && n > 0 && !far)
        {
          far = TRUE;
          continue;
        }
      if (n == MAX_STEPS || !read_factor (self, word, &choices[n]))
        return 0;
      choices[n++].far = far;
      far = FALSE;
    }
  return far || n < 2 ? 0 : n;
}

/**
 * tl_pattern_editor_set_pattern:
 * @pattern: a chain, as #TlChainsQuery has it
 *
 * Returns: whether it can be put together here, of codes of the typology; if not, nothing has changed
 */
gboolean
tl_pattern_editor_set_pattern (TlPatternEditor *self,
                               const char      *pattern)
{
  g_return_val_if_fail (TL_IS_PATTERN_EDITOR (self) && pattern != NULL, FALSE);

  Choices choices[MAX_STEPS];
  guint n = read_pattern (self, pattern, choices);

  if (n == 0)
    return FALSE;
  self->filling = TRUE;
  self->n_steps = n;
  for (guint i = 0; i < n; i++)
    {
      gtk_check_button_set_active (self->steps[i].far, choices[i].far);
      gtk_drop_down_set_selected (self->steps[i].code, choices[i].code);
      gtk_drop_down_set_selected (self->steps[i].level, choices[i].level);
    }
  self->filling = FALSE;
  show_steps (self);
  changed_cb (self);
  return TRUE;
}

static gboolean
choose (GtkDropDown *drop_down,
        GPtrArray   *keys,
        const char  *key)
{
  guint position;

  if (!g_ptr_array_find_with_equal_func (keys, key, g_str_equal, &position))
    return FALSE;
  gtk_drop_down_set_selected (drop_down, position);
  return TRUE;
}

/**
 * tl_pattern_editor_set_step:
 * @step: a factor of the chain, from 0
 * @code: its code, "" for any
 * @level: its level, "" for any
 *
 * Returns: whether there are such a code and level
 */
gboolean
tl_pattern_editor_set_step (TlPatternEditor *self,
                            guint            step,
                            const char      *code,
                            const char      *level)
{
  g_return_val_if_fail (TL_IS_PATTERN_EDITOR (self) && step < MAX_STEPS && code != NULL && level != NULL, FALSE);

  if (step >= self->n_steps)
    {
      self->n_steps = step + 1;
      show_steps (self);
    }
  return choose (self->steps[step].code, self->codes, code) && choose (self->steps[step].level, self->levels, level);
}
