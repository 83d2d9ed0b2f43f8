/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a row of the Overview says of a record besides its title: as much as one wants to know without opening it. */
#include "config.h"

#include "ui/window/tl-records-words.h"

#include <glib/gi18n.h>

#include "model/base/tl-date.h"
#include "model/case/tl-figure.h"
#include "model/case/tl-reviewer.h"
#include "ui/widgets/tl-term.h"

static char *
dup_choice (TlReview   *review,
            TlRecord   *record,
            const char *field)
{
  return tl_terms_dup_label (review, tl_kind_find_field (tl_record_get_kind (record), field),
                             tl_record_get_text (record, field));
}

static char *
dup_date (TlRecord   *record,
          const char *field)
{
  TlDate date;

  return tl_date_parse (tl_record_get_text (record, field), &date) ? tl_date_format (&date) : NULL;
}

/* Takes @part. */
static void
add (GStrvBuilder *parts,
     char         *part)
{
  if (part != NULL && part[0] != '\0')
    g_strv_builder_add (parts, part);
  g_free (part);
}

/* What may be asked stands on lines of its own. */
static void
add_reviewer (TlReview     *review,
              TlRecord     *reviewer,
              GStrvBuilder *parts)
{
  g_autoptr (GPtrArray) concerns = tl_reviewer_list_concerns (review, reviewer);
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *accreditation = tl_reviewer_dup_words (review, reviewer);

  g_string_append (words, accreditation);
  for (guint i = 0; i < concerns->len; i++)
    g_string_append_printf (words, words->len > 0 ? "\n– %s" : "– %s",
                            ((TlReviewerConcern *) g_ptr_array_index (concerns, i))->sentence);
  add (parts, g_string_free (g_steal_pointer (&words), FALSE));
}

static void
add_figure (TlReview     *review,
            TlRecord     *figure,
            GStrvBuilder *parts)
{
  add (parts, tl_figure_dup_words (figure));
}

static void
add_acronym (TlReview     *review,
             TlRecord     *acronym,
             GStrvBuilder *parts)
{
  const char *meaning = tl_record_get_text (acronym, "long");

  add (parts, g_strdup (meaning != NULL ? meaning : _("Not explained yet")));
}

static void
add_recipient (TlReview     *review,
               TlRecord     *recipient,
               GStrvBuilder *parts)
{
  g_autofree char *sent = dup_date (recipient, "sent");
  g_autofree char *type = dup_choice (review, recipient, "type");
  const char *label = tl_record_get_text (recipient, "label");

  /* Most are called by what they are. */
  if (type != NULL && (label == NULL || g_ascii_strcasecmp (label, type) != 0))
    g_strv_builder_add (parts, type);
  /* Translators: of a report, and when */
  add (parts, sent != NULL ? g_strdup_printf (_("sent %s"), sent) : g_strdup (_("not sent yet")));
}

static void
add_publication (TlReview     *review,
                 TlRecord     *publication,
                 GStrvBuilder *parts)
{
  g_autofree char *from = dup_date (publication, "published");
  g_autofree char *until = dup_date (publication, "until");
  const char *hold = tl_record_get_text (publication, "hold");

  add (parts, dup_choice (review, publication, "mode"));
  /* Translators: when something was published, and until when it stays so */
  add (parts, from != NULL ? g_strdup_printf (_("from %s"), from) : NULL);
  add (parts, until != NULL ? g_strdup_printf (_("until %s"), until) : NULL);
  /* Translators: why something is not published yet */
  add (parts, hold != NULL ? g_strdup_printf (_("on hold: %s"), hold) : NULL);
}

/**
 * tl_records_words_dup:
 * @review: a review
 * @record: one of its records
 *
 * Returns: (transfer full) (nullable): what to say of @record besides its title
 */
char *
tl_records_words_dup (TlReview *review,
                      TlRecord *record)
{
  static const struct {
    const char *kind;
    void (*add) (TlReview *review, TlRecord *record, GStrvBuilder *parts);
  } kinds[] = {
    { "reviewer", add_reviewer },
    { "figure", add_figure },
    { "acronym", add_acronym },
    { "recipient", add_recipient },
    { "publication", add_publication },
  };

  g_return_val_if_fail (TL_IS_REVIEW (review) && TL_IS_RECORD (record), NULL);

  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (tl_record_is (record, kinds[i].kind))
      kinds[i].add (review, record, parts);

  g_auto (GStrv) words = g_strv_builder_end (parts);
  return words[0] != NULL ? g_strjoinv (" · ", words) : NULL;
}
