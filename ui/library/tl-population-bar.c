/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is asked about the themes: the typology, the columns, whose tags count, and which reviews. What can be chosen is
 * what the library holds. The signal "changed" says that another question is asked. */
#include "config.h"

#include "ui/library/tl-themes-filter.h"

#include <glib/gi18n.h>

#include "model/record/tl-kind.h"
#include "model/typology/tl-typology.h"
#include "ui/library/tl-record-wording.h"
#include "ui/widgets/tl-label-button.h"

struct _TlThemesFilter
{
  AdwBin parent_instance;

  GtkDropDown *drop_downs[TL_N_THEMES_FILTER_PARTS]; /* of the tree of widgets */
  GPtrArray   *keys[TL_N_THEMES_FILTER_PARTS];       /* owned; "" where anything will do */
  GtkWidget   *reset_button;
  gboolean     filling;
};

G_DEFINE_FINAL_TYPE (TlThemesFilter, tl_themes_filter, ADW_TYPE_BIN)

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const struct {
  const char *label;
  const char *any; /* of a filter: what lets all through */
} parts[] = {
  [TL_THEMES_FILTER_TYPOLOGY] = { N_("Typology"), NULL },
  [TL_THEMES_FILTER_BY] = { N_("Columns"), NULL },
  [TL_THEMES_FILTER_CODER] = { N_("Whose tags count"), NULL },
  [TL_THEMES_FILTER_YEAR_FROM] = { N_("From year"), N_("The first") },
  [TL_THEMES_FILTER_YEAR_TO] = { N_("To year"), N_("The last") },
  [TL_THEMES_FILTER_REGION] = { N_("Region"), N_("All regions") },
  [TL_THEMES_FILTER_METHOD] = { N_("Method"), N_("All methods") },
  [TL_THEMES_FILTER_TYPE] = { N_("Type of review"), N_("All types") },
};

/* Keys as tl_facet_parse() and tl_coder_parse() know them. */
static const TlChoice by_choices[] = {
  { "none", N_("All reviews together") }, { "year", N_("By year") },     { "region", N_("By region") },
  { "level", N_("By level") },            { "method", N_("By method") }, { NULL, NULL },
};

static const TlChoice coder_choices[] = {
  { "any", N_("Any coder’s") },
  { "lead", N_("The lead reviewer’s") },
  { "agreed", N_("Those agreed on") },
  { NULL, NULL },
};

static const char *
get_key (TlThemesFilter    *self,
         TlThemesFilterPart part)
{
  guint position = gtk_drop_down_get_selected (self->drop_downs[part]);

  return position < self->keys[part]->len ? g_ptr_array_index (self->keys[part], position) : "";
}

/* NULL where anything will do. */
static const char *
get_filter (TlThemesFilter    *self,
            TlThemesFilterPart part)
{
  const char *key = get_key (self, part);
  return key[0] != '\0' ? key : NULL;
}

static gboolean
select_key (TlThemesFilter    *self,
            TlThemesFilterPart part,
            const char        *key)
{
  guint position;

  if (!g_ptr_array_find_with_equal_func (self->keys[part], key, g_str_equal, &position))
    return FALSE;
  gtk_drop_down_set_selected (self->drop_downs[part], position);
  return TRUE;
}

/* Puts other choices into a drop-down; what was chosen stays so where it is still there. */
static void
fill (TlThemesFilter    *self,
      TlThemesFilterPart part,
      GPtrArray         *keys,
      GPtrArray         *labels)
{
  g_autofree char *chosen = g_strdup (get_key (self, part));
  GtkStringList *list = gtk_string_list_new (NULL);

  if (parts[part].any != NULL)
    g_ptr_array_insert (keys, 0, g_strdup (""));
  for (guint i = 0; i < keys->len; i++)
    if (parts[part].any != NULL && i == 0)
      gtk_string_list_append (list, _(parts[part].any));
    else
      gtk_string_list_append (list, g_ptr_array_index (labels, parts[part].any != NULL ? i - 1 : i));

  g_ptr_array_unref (self->keys[part]);
  self->keys[part] = g_ptr_array_ref (keys);
  gtk_drop_down_set_model (self->drop_downs[part], G_LIST_MODEL (list));
  g_object_unref (list);
  if (!select_key (self, part, chosen))
    gtk_drop_down_set_selected (self->drop_downs[part], 0);
}

static void
fill_choices (TlThemesFilter    *self,
              TlThemesFilterPart part,
              const TlChoice    *choices)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  for (guint i = 0; choices[i].key != NULL; i++)
    {
      g_ptr_array_add (keys, g_strdup (choices[i].key));
      g_ptr_array_add (labels, _(choices[i].label));
    }
  fill (self, part, keys, labels);
}

static void
fill_typologies (TlThemesFilter *self)
{
  g_autoptr (GPtrArray) typologies = tl_typologies_list (NULL);
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  guint national = 0;

  for (guint i = 0; i < typologies->len; i++)
    {
      TlTypology *typology = g_ptr_array_index (typologies, i);

      if (g_str_equal (tl_typology_get_id (typology), "national-1"))
        national = i;
      g_ptr_array_add (keys, g_strdup (tl_typology_get_id (typology)));
      g_ptr_array_add (labels, (char *) tl_typology_get_title (typology));
    }
  fill (self, TL_THEMES_FILTER_TYPOLOGY, keys, labels);
  gtk_drop_down_set_selected (self->drop_downs[TL_THEMES_FILTER_TYPOLOGY], national);
}

static char *
dup_record_key (TlLibraryRecord   *record,
                TlThemesFilterPart part)
{
  switch (part)
    {
    case TL_THEMES_FILTER_YEAR_FROM:
    case TL_THEMES_FILTER_YEAR_TO:
      return tl_library_record_get_year (record) > 0 ? tl_record_wording_year (record) : NULL;
    case TL_THEMES_FILTER_REGION:
      return g_strdup (tl_library_record_get_region (record));
    case TL_THEMES_FILTER_METHOD:
      return g_strdup (tl_library_record_get_method (record));
    case TL_THEMES_FILTER_TYPE:
      return g_strdup (tl_library_record_get_review_type (record));
    case TL_THEMES_FILTER_TYPOLOGY:
    case TL_THEMES_FILTER_BY:
    case TL_THEMES_FILTER_CODER:
    default:
      g_assert_not_reached ();
    }
}

static char *
dup_key_label (TlThemesFilterPart part,
               const char        *key)
{
  if (part == TL_THEMES_FILTER_REGION)
    return tl_record_wording_choice ("region", key);
  if (part == TL_THEMES_FILTER_TYPE)
    return tl_record_wording_choice ("type", key);
  return part == TL_THEMES_FILTER_METHOD ? tl_record_wording_method_id (key) : g_strdup (key);
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static void
fill_from_records (TlThemesFilter    *self,
                   TlThemesFilterPart part,
                   GListModel        *records)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  guint n = g_list_model_get_n_items (records);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TlLibraryRecord) record = g_list_model_get_item (records, i);
      g_autofree char *key = dup_record_key (record, part);

      if (key != NULL && key[0] != '\0' && !g_hash_table_contains (seen, key))
        {
          g_hash_table_add (seen, key);
          g_ptr_array_add (keys, g_steal_pointer (&key));
        }
    }
  g_ptr_array_sort (keys, compare_texts);
  for (guint i = 0; i < keys->len; i++)
    g_ptr_array_add (labels, dup_key_label (part, g_ptr_array_index (keys, i)));
  fill (self, part, keys, labels);
}

static void
update_reset (TlThemesFilter *self)
{
  gboolean narrowed = FALSE;

  for (guint i = 0; i < TL_N_THEMES_FILTER_PARTS; i++)
    narrowed = narrowed || (parts[i].any != NULL && get_filter (self, i) != NULL);
  gtk_widget_set_sensitive (self->reset_button, narrowed);
}

/* Callbacks */

static void
chosen_cb (TlThemesFilter *self)
{
  if (self->filling)
    return;
  update_reset (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* GObject overrides */

static void
tl_themes_filter_finalize (GObject *object)
{
  for (guint i = 0; i < TL_N_THEMES_FILTER_PARTS; i++)
    g_ptr_array_unref (TL_THEMES_FILTER (object)->keys[i]);
  G_OBJECT_CLASS (tl_themes_filter_parent_class)->finalize (object);
}

static void
tl_themes_filter_class_init (TlThemesFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_themes_filter_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static GtkWidget *
make_part (TlThemesFilter    *self,
           TlThemesFilterPart part)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label = gtk_label_new (_(parts[part].label));
  GtkWidget *drop_down = gtk_drop_down_new (NULL, NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), drop_down);

  self->keys[part] = g_ptr_array_new_with_free_func (g_free);
  self->drop_downs[part] = GTK_DROP_DOWN (drop_down);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  return box;
}

static void
tl_themes_filter_init (TlThemesFilter *self)
{
  GtkWidget *flow = gtk_flow_box_new ();

  self->filling = TRUE;
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), TL_N_THEMES_FILTER_PARTS + 1);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (flow), 9);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (flow), 6);
  gtk_widget_add_css_class (flow, "themes-filter");
  for (guint i = 0; i < TL_N_THEMES_FILTER_PARTS; i++)
    gtk_flow_box_append (GTK_FLOW_BOX (flow), make_part (self, i));

  self->reset_button = tl_label_button_new (_("All _Reviews"));
  gtk_widget_set_tooltip_text (self->reset_button, _("Take every filter away"));
  gtk_widget_set_valign (self->reset_button, GTK_ALIGN_END);
  gtk_widget_set_halign (self->reset_button, GTK_ALIGN_START);
  g_signal_connect_object (self->reset_button, "clicked", G_CALLBACK (tl_themes_filter_reset), self, G_CONNECT_SWAPPED);
  gtk_flow_box_append (GTK_FLOW_BOX (flow), self->reset_button);

  /* What is in it takes the keyboard, not the place that it has in the flow. */
  for (GtkWidget *child = gtk_widget_get_first_child (flow); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_focusable (child, FALSE);
  adw_bin_set_child (ADW_BIN (self), flow);

  g_autoptr (GListStore) none = g_list_store_new (TL_TYPE_LIBRARY_RECORD);
  fill_typologies (self);
  fill_choices (self, TL_THEMES_FILTER_BY, by_choices);
  fill_choices (self, TL_THEMES_FILTER_CODER, coder_choices);
  self->filling = FALSE;
  tl_themes_filter_set_records (self, G_LIST_MODEL (none));
}

/**
 * tl_themes_filter_new:
 *
 * Returns: (transfer floating): a filter that lets all through
 */
GtkWidget *
tl_themes_filter_new (void)
{
  return g_object_new (TL_TYPE_THEMES_FILTER, NULL);
}

/**
 * tl_themes_filter_set_records:
 * @records: a list of TlLibraryRecord
 *
 * Offers the years, regions, methods and types that occur in @records. Emits no "changed".
 */
void
tl_themes_filter_set_records (TlThemesFilter *self,
                              GListModel     *records)
{
  g_return_if_fail (TL_IS_THEMES_FILTER (self) && G_IS_LIST_MODEL (records));

  self->filling = TRUE;
  for (guint i = 0; i < TL_N_THEMES_FILTER_PARTS; i++)
    if (parts[i].any != NULL)
      fill_from_records (self, i, records);
  self->filling = FALSE;
  update_reset (self);
}

/**
 * tl_themes_filter_choose:
 * @part: a drop-down
 * @key: its choice: a year, the key of a region, …; "" takes a filter away
 *
 * Returns: %FALSE if there is no such choice
 */
gboolean
tl_themes_filter_choose (TlThemesFilter    *self,
                         TlThemesFilterPart part,
                         const char        *key)
{
  g_return_val_if_fail (TL_IS_THEMES_FILTER (self) && part < TL_N_THEMES_FILTER_PARTS && key != NULL, FALSE);
  return select_key (self, part, key);
}

/**
 * tl_themes_filter_reset:
 *
 * Takes every filter away; typology, columns and coders stay.
 */
void
tl_themes_filter_reset (TlThemesFilter *self)
{
  g_return_if_fail (TL_IS_THEMES_FILTER (self));

  self->filling = TRUE;
  for (guint i = 0; i < TL_N_THEMES_FILTER_PARTS; i++)
    if (parts[i].any != NULL)
      gtk_drop_down_set_selected (self->drop_downs[i], 0);
  self->filling = FALSE;
  chosen_cb (self);
}

/**
 * tl_themes_filter_get_query:
 * @query: (out caller-allocates): what is asked; its texts are valid until @self changes
 *
 * The two years may be chosen in either order.
 */
void
tl_themes_filter_get_query (TlThemesFilter *self,
                            TlThemesQuery  *query)
{
  g_return_if_fail (TL_IS_THEMES_FILTER (self) && query != NULL);

  guint from = (guint) g_ascii_strtoull (get_key (self, TL_THEMES_FILTER_YEAR_FROM), NULL, 10);
  guint to = (guint) g_ascii_strtoull (get_key (self, TL_THEMES_FILTER_YEAR_TO), NULL, 10);
  gboolean turned = from > 0 && to > 0 && from > to;

  *query = (TlThemesQuery) { NULL };
  query->population = (TlPopulation) {
    .typology = get_filter (self, TL_THEMES_FILTER_TYPOLOGY),
    .year_from = turned ? to : from,
    .year_to = turned ? from : to,
    .region = get_filter (self, TL_THEMES_FILTER_REGION),
    .method = get_filter (self, TL_THEMES_FILTER_METHOD),
    .type = get_filter (self, TL_THEMES_FILTER_TYPE),
  };
  tl_facet_parse (get_key (self, TL_THEMES_FILTER_BY), &query->by);
  tl_coder_parse (get_key (self, TL_THEMES_FILTER_CODER), &query->population.coder);
}
