/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an episode consists of: the events in it, as they came, and the factors that were found in it. */
#include "config.h"

#include "ui/narrative/tl-episode-parts.h"

#include <glib/gi18n.h>

#include "model/base/tl-date.h"
#include "model/case/tl-episode-edit.h"
#include "model/case/tl-episode.h"
#include "model/case/tl-narrative-edit.h"
#include "model/case/tl-narrative-words.h"
#include "ui/widgets/tl-graph-wording.h"
#include "ui/widgets/tl-wording.h"

/* Events */

/* What has no date comes last, in the order in which it was added. */
static int
compare_dates (gconstpointer a,
               gconstpointer b)
{
  TlDate one, other;
  gboolean has_one = tl_date_parse (tl_record_get_text (*(TlRecord **) a, "date"), &one);
  gboolean has_other = tl_date_parse (tl_record_get_text (*(TlRecord **) b, "date"), &other);

  if (!has_one || !has_other)
    return (int) has_other - (int) has_one;
  return tl_date_compare_start (&one, &other);
}

static GPtrArray *
collect_events (TlReview *review,
                TlRecord *episode)
{
  const char *const *ids = tl_record_get_list (episode, "events");
  GPtrArray *events = g_ptr_array_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      TlRecord *event = tl_review_lookup (review, ids[i]);

      if (event != NULL)
        g_ptr_array_add (events, event);
    }
  g_ptr_array_sort (events, compare_dates);
  return events;
}

static char *
dup_event_subtitle (TlReview *review,
                    TlRecord *episode,
                    TlRecord *event)
{
  g_autofree char *date = tl_narrative_words_date (event);
  g_autofree char *who = tl_narrative_words_who (review, event);

  return who[0] != '\0' ? g_strdup_printf ("%s · %s", date, who) : g_steal_pointer (&date);
}

static gboolean
add_event (TlEdit      *edit,
           TlReview    *review,
           const char  *episode_id,
           const char  *id,
           GError     **error)
{
  return tl_narrative_edit_add_to_episode (edit, review, id, episode_id, error);
}

static gboolean
add_new_event (TlEdit      *edit,
               TlReview    *review,
               const char  *episode_id,
               const char  *text,
               GError     **error)
{
  g_autofree char *id = tl_episode_edit_add_new_event (edit, review, episode_id, text, error);
  return id != NULL;
}

const TlPart tl_episode_part_events = {
  .title = N_("What happened"),
  .empty = N_("No events yet. An episode is a stretch of practice that mattered for where the case went."),
  .kind = "event",
  .add_label = N_("Add an event"),
  .new_format = N_("New event “%s”"),
  .take_label = N_("Take “%s” out of the episode"),
  .collect = collect_events,
  .dup_subtitle = dup_event_subtitle,
  .add = add_event,
  .add_new = add_new_event,
  .take = tl_episode_edit_take_event,
};

/* Factors */

static TlMethod *
find_method (TlReview *review)
{
  const char *id = tl_record_get_text (tl_review_get_subject (review), "method");
  return id != NULL ? tl_method_lookup (id, NULL) : NULL;
}

/* (transfer full): its level, and the patterns in which it is gathered */
static char *
dup_factor_subtitle (TlReview *review,
                     TlRecord *episode,
                     TlRecord *factor)
{
  g_autoptr (TlMethod) method = find_method (review);
  g_autoptr (GPtrArray) patterns = tl_review_get_referrers (review, tl_record_get_id (factor), "pattern", "factors");
  const char *level = tl_graph_wording_level (method, factor);
  GString *words = g_string_new (level != NULL ? level : "");

  for (guint i = 0; i < patterns->len; i++)
    {
      g_autofree char *name = tl_wording_name (review, g_ptr_array_index (patterns, i));

      g_string_append (words, words->len > 0 ? " · " : "");
      g_string_append_printf (words, _("pattern “%s”"), name);
    }
  return g_string_free (words, FALSE);
}

static gboolean
add_new_factor (TlEdit      *edit,
                TlReview    *review,
                const char  *episode_id,
                const char  *text,
                GError     **error)
{
  g_autoptr (TlMethod) method = find_method (review);
  g_autofree char *id = tl_episode_edit_add_new_factor (edit, method, episode_id, text, error);
  return id != NULL;
}

const TlPart tl_episode_part_factors = {
  .title = N_("Contributory factors"),
  .empty = N_("None yet. What in the work, the team, the services or the family shaped what was done?"),
  .kind = "factor",
  .add_label = N_("Add a contributory factor"),
  .new_format = N_("New factor “%s”"),
  .take_label = N_("Take “%s” out of the episode"),
  .go_label = N_("Show it in the graph"),
  .collect = tl_episode_find_factors,
  .dup_subtitle = dup_factor_subtitle,
  .add = tl_episode_edit_add_factor,
  .add_new = add_new_factor,
  .take = tl_episode_edit_take_factor,
};
