/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What to look at before something leaves, in two rows for a dialog that exports: by how many passages somebody could
 * be found out, and how many texts are released. Each opens the place where that is decided. */
#include "config.h"

#include "ui/dialogs/tl-leaving-group.h"

#include <glib/gi18n.h>

#include "model/review/tl-release-list.h"
#include "model/review/tl-release.h"
#include "ui/dialogs/tl-identifying-job.h"
#include "ui/dialogs/tl-leaving-dialog.h"
#include "ui/widgets/tl-cancellable.h"

struct _TlLeavingGroup
{
  AdwPreferencesGroup parent_instance;

  /* Of the tree of widgets */
  GtkWidget *identifying;
  GtkWidget *releases;

  /* Owned references */
  TlReview     *review;
  TlTier        tier;
  GCancellable *cancellable;

  guint n_open;
};

enum {
  PROP_0,
  PROP_N_OPEN,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TlLeavingGroup, tl_leaving_group, ADW_TYPE_PREFERENCES_GROUP)

static void
set_n_open (TlLeavingGroup *self,
            guint           n_open)
{
  self->n_open = n_open;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_OPEN]);
}

static void
show_identifying (TlLeavingGroup *self,
                  GPtrArray      *found)
{
  guint open = tl_identifying_count_open (found);
  g_autofree char *text
      = open > 0 ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u passage that nobody has decided about",
                                                 "%u passages that nobody has decided about", open),
                                    open)
      : found->len > 0 ? g_strdup (_("Nothing is left to decide about"))
                       : g_strdup (_("Nothing was found. Read it as a stranger would, all the same."));

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->identifying), text);
  set_n_open (self, open);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (TlLeavingGroup) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = tl_identifying_job_finish (result, &error);

  if (self->review == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (found != NULL)
    show_identifying (self, found);
  else
    adw_action_row_set_subtitle (ADW_ACTION_ROW (self->identifying), error->message);
}

static void
show_releases (TlLeavingGroup *self)
{
  g_autoptr (GArray) texts = tl_review_list_releasable (self->review, self->tier);
  guint n = 0;

  for (guint i = 0; i < texts->len; i++)
    {
      const TlReleasable *text = &g_array_index (texts, TlReleasable, i);
      n += tl_review_get_release (self->review, text->record, text->field) >= self->tier;
    }

  g_autofree char *words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u text is released",
                                                         "%u of %u texts are released", texts->len),
                                            n, texts->len);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->releases), words);
}

static void
refresh (TlLeavingGroup *self)
{
  tl_cancellable_stop (&self->cancellable);
  gtk_widget_set_visible (GTK_WIDGET (self), self->tier >= TL_TIER_BOARD);
  gtk_widget_set_visible (self->releases, self->tier >= TL_TIER_LEARNING);
  if (self->tier >= TL_TIER_LEARNING)
    show_releases (self);
  if (self->tier < TL_TIER_BOARD)
    {
      set_n_open (self, 0);
      return;
    }
  self->cancellable = g_cancellable_new ();
  tl_identifying_job_async (tl_review_get_path (self->review), self->tier, self->cancellable, found_cb,
                            g_object_ref (self));
}

static void
activated_cb (TlLeavingGroup *self,
              GtkWidget      *row)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));

  gtk_window_present (GTK_WINDOW (tl_leaving_dialog_new (window, self->review, self->tier,
                                                         row == self->releases ? "releases" : "identifying")));
}

/* GObject overrides */

static GtkWidget *
make_row (TlLeavingGroup *self,
          const char     *title)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  return row;
}

static void
tl_leaving_group_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  g_value_set_uint (value, TL_LEAVING_GROUP (object)->n_open);
}

static void
tl_leaving_group_dispose (GObject *object)
{
  TlLeavingGroup *self = TL_LEAVING_GROUP (object);

  tl_cancellable_stop (&self->cancellable);
  g_clear_object (&self->review);

  G_OBJECT_CLASS (tl_leaving_group_parent_class)->dispose (object);
}

static void
tl_leaving_group_class_init (TlLeavingGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tl_leaving_group_dispose;
  object_class->get_property = tl_leaving_group_get_property;

  properties[PROP_N_OPEN] = g_param_spec_uint ("n-open", NULL, NULL, 0, G_MAXUINT, 0,
                                               G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tl_leaving_group_init (TlLeavingGroup *self)
{
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Before it leaves"));
  self->identifying = make_row (self, _("Who could be found out"));
  self->releases = make_row (self, _("Released texts"));
}

/**
 * tl_leaving_group_set_review:
 * @self: a group; it is hidden until it is told for whom something is to leave
 * @review: the review it is for, once
 */
void
tl_leaving_group_set_review (TlLeavingGroup *self,
                             TlReview       *review)
{
  g_return_if_fail (TL_IS_LEAVING_GROUP (self) && TL_IS_REVIEW (review) && self->review == NULL);

  self->review = g_object_ref (review);
  g_signal_connect_object (review, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
}

/**
 * tl_leaving_group_set_tier:
 * @self: a group
 * @tier: for whom something is to leave; below %TL_TIER_BOARD there is nothing to look at
 */
void
tl_leaving_group_set_tier (TlLeavingGroup *self,
                           TlTier          tier)
{
  g_return_if_fail (TL_IS_LEAVING_GROUP (self) && self->review != NULL);

  if (self->tier == tier)
    return;
  self->tier = tier;
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->identifying), _("Looking through what would leave…"));
  refresh (self);
}

/**
 * tl_leaving_group_dup_remains:
 * @self: a group
 *
 * Returns: (transfer full) (nullable): a sentence on the passages that remain; %NULL where none does
 */
char *
tl_leaving_group_dup_remains (TlLeavingGroup *self)
{
  g_return_val_if_fail (TL_IS_LEAVING_GROUP (self), NULL);

  if (self->n_open == 0)
    return NULL;
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%u passage by which somebody could be found out leaves as it stands",
                                       "%u passages by which somebody could be found out leave as they stand",
                                       self->n_open),
                          self->n_open);
}
