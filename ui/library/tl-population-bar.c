/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which reviews all pages of a library's window ask about, coded in what, by whom, and whether small counts are
 * withheld. It shows the question and changes it; what can be chosen is what the library holds. */
#include "config.h"

#include "ui/library/tl-population-bar.h"

#include <glib/gi18n.h>

#include "model/questions/tl-choices.h"
#include "model/record/tl-kind.h"
#include "model/typology/tl-typology.h"
#include "ui/library/tl-enquiry.h"
#include "ui/widgets/tl-drop-down-name.h"
#include "ui/widgets/tl-label-button.h"
#include "ui/widgets/tl-wrap-layout.h"

#define LEAST_CHARS 6
#define MAX_CHARS 22

struct _TlPopulationBar
{
  AdwBin parent_instance;

  /* Of the tree of widgets */
  GtkDropDown    *drop_downs[TL_N_POPULATION_PARTS];
  GtkMenuButton  *more;
  GtkCheckButton *across;
  GtkCheckButton *internal;
  GtkWidget      *reset_button;

  GPtrArray  *keys[TL_N_POPULATION_PARTS]; /* owned; "" where anything will do */
  TlQuestion *question;                    /* owned */
  TlEnquiry  *enquiry;                     /* owned */
  gboolean    filling;
};

G_DEFINE_FINAL_TYPE (TlPopulationBar, tl_population_bar, ADW_TYPE_BIN)

/* @facet has what can be chosen, after @any; the parts without have choices of their own. */
static const struct {
  const char *label;
  TlFacet     facet;
  const char *any;
  gboolean    is_rare; /* asked for so seldom that it stands behind a button */
} parts[] = {
  [TL_POPULATION_TYPOLOGY] = { N_("Typology"), TL_FACET_NONE, NULL },
  [TL_POPULATION_YEAR_FROM] = { N_("From year"), TL_FACET_YEAR, N_("The first") },
  [TL_POPULATION_YEAR_TO] = { N_("To year"), TL_FACET_YEAR, N_("The last") },
  [TL_POPULATION_REGION] = { N_("Region"), TL_FACET_REGION, N_("All regions") },
  [TL_POPULATION_LEVEL] = { N_("Level"), TL_FACET_LEVEL, N_("All levels") },
  [TL_POPULATION_AGENCY] = { N_("Agency"), TL_FACET_AGENCY, N_("All agencies"), TRUE },
  [TL_POPULATION_AGE] = { N_("Age of a child"), TL_FACET_AGE, N_("All ages"), TRUE },
  [TL_POPULATION_TYPE] = { N_("Type of review"), TL_FACET_TYPE, N_("All types"), TRUE },
  [TL_POPULATION_METHOD] = { N_("Method"), TL_FACET_METHOD, N_("All methods"), TRUE },
  [TL_POPULATION_CODER] = { N_("Whose tags count"), TL_FACET_NONE, NULL, TRUE },
};

/* In the order of #TlCoder; keys as tl_coder_parse() knows them. */
static const TlChoice coders[] = {
  { "any", N_("Any coder’s") },
  { "lead", N_("The lead reviewer’s") },
  { "agreed", N_("Those agreed on") },
};

/* Between the drop-downs and the question */

static const char *
get_key (TlPopulationBar *self,
         TlPopulationPart part)
{
  guint position = gtk_drop_down_get_selected (self->drop_downs[part]);

  return position < self->keys[part]->len ? g_ptr_array_index (self->keys[part], position) : "";
}

/* NULL where anything will do. */
static const char *
get_filter (TlPopulationBar *self,
            TlPopulationPart part)
{
  const char *key = get_key (self, part);
  return key[0] != '\0' ? key : NULL;
}

static gboolean
select_key (TlPopulationBar *self,
            TlPopulationPart part,
            const char      *key)
{
  guint position;

  if (!g_ptr_array_find_with_equal_func (self->keys[part], key, g_str_equal, &position))
    return FALSE;
  gtk_drop_down_set_selected (self->drop_downs[part], position);
  return TRUE;
}

/* What the question says of a part; "" where anything will do. */
static char *
dup_asked (const TlPopulation *population,
           TlPopulationPart    part)
{
  switch (part)
    {
    case TL_POPULATION_TYPOLOGY:
      return g_strdup (population->typology != NULL ? population->typology : TL_POPULATION_DEFAULT_TYPOLOGY);
    case TL_POPULATION_YEAR_FROM:
      return population->year_from > 0 ? g_strdup_printf ("%u", population->year_from) : g_strdup ("");
    case TL_POPULATION_YEAR_TO:
      return population->year_to > 0 ? g_strdup_printf ("%u", population->year_to) : g_strdup ("");
    case TL_POPULATION_REGION:
      return g_strdup (population->region != NULL ? population->region : "");
    case TL_POPULATION_LEVEL:
      return g_strdup (population->level != NULL ? population->level : "");
    case TL_POPULATION_AGENCY:
      return g_strdup (population->agency != NULL ? population->agency : "");
    case TL_POPULATION_AGE:
      return g_strdup (population->age != NULL ? population->age : "");
    case TL_POPULATION_TYPE:
      return g_strdup (population->type != NULL ? population->type : "");
    case TL_POPULATION_METHOD:
      return g_strdup (population->method != NULL ? population->method : "");
    case TL_POPULATION_CODER:
      return g_strdup (coders[population->coder].key);
    default:
      g_assert_not_reached ();
    }
}

/* The two years may be chosen in either order. What is asked is shown anew as soon as one thing in it has changed, so
 * all of it is read before. */
static void
tell_question (TlPopulationBar *self)
{
  guint from = (guint) g_ascii_strtoull (get_key (self, TL_POPULATION_YEAR_FROM), NULL, 10);
  guint to = (guint) g_ascii_strtoull (get_key (self, TL_POPULATION_YEAR_TO), NULL, 10);
  gboolean turned = from > 0 && to > 0 && from > to;
  TlPopulation population = {
    .typology = get_filter (self, TL_POPULATION_TYPOLOGY),
    .year_from = turned ? to : from,
    .year_to = turned ? from : to,
    .region = get_filter (self, TL_POPULATION_REGION),
    .level = get_filter (self, TL_POPULATION_LEVEL),
    .agency = get_filter (self, TL_POPULATION_AGENCY),
    .age = get_filter (self, TL_POPULATION_AGE),
    .type = get_filter (self, TL_POPULATION_TYPE),
    .method = get_filter (self, TL_POPULATION_METHOD),
    .across = gtk_check_button_get_active (self->across),
  };
  gboolean internal = gtk_check_button_get_active (self->internal);

  tl_coder_parse (get_key (self, TL_POPULATION_CODER), &population.coder);
  tl_question_set_population (self->question, &population);
  tl_question_set_internal (self->question, internal);
}

/* What can be chosen */

/* What is asked can be seen even where the library has nothing of it. */
static void
fill (TlPopulationBar *self,
      TlPopulationPart part,
      GPtrArray       *keys,
      const char      *asked)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (all, g_strdup (""));
  for (guint i = 0; i < keys->len; i++)
    if (((const char *) g_ptr_array_index (keys, i))[0] != '\0')
      g_ptr_array_add (all, g_strdup (g_ptr_array_index (keys, i)));
  if (!g_ptr_array_find_with_equal_func (all, asked, g_str_equal, NULL))
    g_ptr_array_add (all, g_strdup (asked));

  for (guint i = 0; i < all->len; i++)
    {
      const char *key = g_ptr_array_index (all, i);
      g_autofree char *label = i == 0 ? g_strdup (_(parts[part].any)) : tl_facet_dup_title (parts[part].facet, key);

      gtk_string_list_append (list, label);
    }
  g_ptr_array_unref (self->keys[part]);
  self->keys[part] = g_steal_pointer (&all);
  gtk_drop_down_set_model (self->drop_downs[part], G_LIST_MODEL (list));
}

static void
add_choice (TlPopulationBar *self,
            TlPopulationPart part,
            const char      *key,
            const char      *label)
{
  GtkStringList *list = GTK_STRING_LIST (gtk_drop_down_get_model (self->drop_downs[part]));

  g_ptr_array_add (self->keys[part], g_strdup (key));
  gtk_string_list_append (list, label);
}

static void
fill_fixed (TlPopulationBar *self)
{
  g_autoptr (GPtrArray) typologies = tl_typologies_list (NULL);

  for (guint i = 0; i < typologies->len; i++)
    add_choice (self, TL_POPULATION_TYPOLOGY, tl_typology_get_id (g_ptr_array_index (typologies, i)),
                tl_typology_get_title (g_ptr_array_index (typologies, i)));
  for (guint i = 0; i < G_N_ELEMENTS (coders); i++)
    add_choice (self, TL_POPULATION_CODER, coders[i].key, _(coders[i].label));
}

/* What stands behind the button can be seen on it. */
static void
show_more (TlPopulationBar *self)
{
  guint n = gtk_check_button_get_active (self->across) ? 1 : 0;
  g_autofree char *label = NULL;

  for (guint i = 0; i < TL_N_POPULATION_PARTS; i++)
    if (parts[i].is_rare && gtk_drop_down_get_selected (self->drop_downs[i]) != 0)
      n++;
  /* Translators: a button that shows more filters, and how many of those are in use. */
  label = n > 0 ? g_strdup_printf (_("More (%u)"), n) : g_strdup (_("More"));
  gtk_menu_button_set_label (self->more, label);
}

static void
show_question (TlPopulationBar *self)
{
  TlAnswerTerms terms;

  tl_question_get_terms (self->question, &terms);
  self->filling = TRUE;
  for (guint i = 0; i < TL_N_POPULATION_PARTS; i++)
    {
      g_autofree char *asked = dup_asked (terms.population, i);

      if (!select_key (self, i, asked) && parts[i].any != NULL)
        {
          add_choice (self, i, asked, asked);
          select_key (self, i, asked);
        }
    }
  gtk_check_button_set_active (self->across, terms.population->across);
  gtk_check_button_set_active (self->internal, terms.internal);
  gtk_widget_set_visible (self->reset_button, tl_question_is_narrowed (self->question));
  self->filling = FALSE;
  show_more (self);
}

/* The enquiry */

static gpointer
find_choices (TlLibrary           *library,
              const TlAnswerTerms *terms,
              gpointer             asked,
              GCancellable        *cancellable,
              GError             **error)
{
  return tl_library_choices (library, error);
}

static void
show_choices (GtkWidget    *widget,
              gpointer      answer,
              const GError *error)
{
  TlPopulationBar *self = TL_POPULATION_BAR (widget);
  g_autoptr (TlChoices) choices = answer;

  /* Whatever is asked next says why the library can't be read. */
  if (choices == NULL)
    return;

  self->filling = TRUE;
  for (guint i = 0; i < TL_N_POPULATION_PARTS; i++)
    if (parts[i].any != NULL)
      {
        g_autofree char *asked = g_strdup (get_key (self, i));

        fill (self, i, choices->keys[parts[i].facet], asked);
      }
  self->filling = FALSE;
  show_question (self);
}

static const TlEnquiryKind choices_enquiry = {
  .of_library = TRUE,
  .ask = find_choices,
  .free_answer = (GDestroyNotify) tl_choices_free,
  .show = show_choices,
};

/* Callbacks */

static void
chosen_cb (TlPopulationBar *self)
{
  if (!self->filling)
    tell_question (self);
}

/* GObject overrides */

static void
tl_population_bar_dispose (GObject *object)
{
  TlPopulationBar *self = TL_POPULATION_BAR (object);

  g_clear_object (&self->enquiry);
  g_clear_object (&self->question);
  G_OBJECT_CLASS (tl_population_bar_parent_class)->dispose (object);
}

static void
tl_population_bar_finalize (GObject *object)
{
  for (guint i = 0; i < TL_N_POPULATION_PARTS; i++)
    g_ptr_array_unref (TL_POPULATION_BAR (object)->keys[i]);
  G_OBJECT_CLASS (tl_population_bar_parent_class)->finalize (object);
}

static void
tl_population_bar_class_init (TlPopulationBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_population_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_population_bar_finalize;
}

/* What is chosen has one line, cut short where it is long. */
static void
chosen_set_up_cb (GtkSignalListItemFactory *factory,
                  GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_CHARS);
  gtk_label_set_width_chars (GTK_LABEL (label), LEAST_CHARS);
  gtk_list_item_set_child (item, label);
}

static void
listed_set_up_cb (GtkSignalListItemFactory *factory,
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
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), text);
  gtk_widget_set_tooltip_text (gtk_list_item_get_child (item), text);
}

static GtkListItemFactory *
create_factory (GCallback set_up)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", set_up, NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  return factory;
}

static GtkWidget *
make_drop_down (void)
{
  g_autoptr (GtkListItemFactory) chosen = create_factory (G_CALLBACK (chosen_set_up_cb));
  g_autoptr (GtkListItemFactory) listed = create_factory (G_CALLBACK (listed_set_up_cb));
  GtkWidget *drop_down = gtk_drop_down_new (G_LIST_MODEL (gtk_string_list_new (NULL)), NULL);

  gtk_drop_down_set_factory (GTK_DROP_DOWN (drop_down), chosen);
  gtk_drop_down_set_list_factory (GTK_DROP_DOWN (drop_down), listed);
  return drop_down;
}

static GtkWidget *
make_part (TlPopulationBar *self,
           TlPopulationPart part)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label = gtk_label_new (_(parts[part].label));
  GtkWidget *drop_down = make_drop_down ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  tl_drop_down_set_name (GTK_DROP_DOWN (drop_down), _(parts[part].label));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), drop_down);

  self->keys[part] = g_ptr_array_new_with_free_func (g_free);
  self->drop_downs[part] = GTK_DROP_DOWN (drop_down);
  if (parts[part].any != NULL)
    add_choice (self, part, "", _(parts[part].any));
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  return box;
}

static GtkCheckButton *
make_check (TlPopulationBar *self,
            const char      *label,
            const char      *tooltip)
{
  GtkWidget *check = tl_label_check_new (label);

  gtk_widget_set_tooltip_text (check, tooltip);
  gtk_widget_set_valign (check, GTK_ALIGN_END);
  g_signal_connect_object (check, "toggled", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  return GTK_CHECK_BUTTON (check);
}

static GtkWidget *
make_more (TlPopulationBar *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  for (guint i = 0; i < TL_N_POPULATION_PARTS; i++)
    if (parts[i].is_rare)
      gtk_box_append (GTK_BOX (box), make_part (self, i));
  self->across = make_check (self, _("_Other typologies too"),
                             _("Count reviews that are coded in another typology, as far as a crosswalk leads"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->across));
  gtk_widget_add_css_class (box, "population-more");
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_widget_set_tooltip_text (button, _("Agency, age, type, method, coders, other typologies"));
  gtk_widget_set_valign (button, GTK_ALIGN_END);
  self->more = GTK_MENU_BUTTON (button);
  return button;
}

static GtkWidget *
make_reset (TlPopulationBar *self)
{
  self->reset_button = tl_label_button_new (_("All _Reviews"));
  gtk_widget_set_tooltip_text (self->reset_button, _("Take every filter away"));
  gtk_widget_set_valign (self->reset_button, GTK_ALIGN_END);
  gtk_widget_set_halign (self->reset_button, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->reset_button, "flat");
  return self->reset_button;
}

static void
tl_population_bar_init (TlPopulationBar *self)
{
  GtkWidget *bar = tl_wrap_box_new (9);

  self->filling = TRUE;
  gtk_widget_add_css_class (bar, "population-bar");
  for (guint i = 0; i < TL_N_POPULATION_PARTS; i++)
    if (!parts[i].is_rare)
      gtk_box_append (GTK_BOX (bar), make_part (self, i));
  self->internal = make_check (self, _("_Small counts shown"),
                               _("Withhold nothing: for the office’s own eyes, not to be passed on"));
  gtk_box_append (GTK_BOX (bar), make_more (self));
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->internal));
  gtk_box_append (GTK_BOX (bar), make_reset (self));
  adw_bin_set_child (ADW_BIN (self), bar);
  fill_fixed (self);
  self->filling = FALSE;
}

/**
 * tl_population_bar_new:
 * @question: what it shows and changes
 *
 * Returns: (transfer floating): a bar
 */
GtkWidget *
tl_population_bar_new (TlQuestion *question)
{
  g_return_val_if_fail (TL_IS_QUESTION (question), NULL);

  TlPopulationBar *self = g_object_new (TL_TYPE_POPULATION_BAR, NULL);

  self->question = g_object_ref (question);
  self->enquiry = tl_enquiry_new (question, GTK_WIDGET (self), &choices_enquiry);
  g_signal_connect_object (self->reset_button, "clicked", G_CALLBACK (tl_question_reset), question, G_CONNECT_SWAPPED);
  g_signal_connect_object (question, "changed", G_CALLBACK (show_question), self, G_CONNECT_SWAPPED);
  show_question (self);
  return GTK_WIDGET (self);
}

/**
 * tl_population_bar_choose:
 * @part: a drop-down
 * @key: its choice: a year, the key of a region, …; "" takes a filter away
 *
 * Returns: %FALSE if there is no such choice
 */
gboolean
tl_population_bar_choose (TlPopulationBar *self,
                          TlPopulationPart part,
                          const char      *key)
{
  g_return_val_if_fail (TL_IS_POPULATION_BAR (self) && part < TL_N_POPULATION_PARTS && key != NULL, FALSE);
  return select_key (self, part, key);
}
