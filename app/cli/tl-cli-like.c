/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * throughline-cli library like: earlier findings like one of a review. */
#include "config.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "app/cli/tl-cli-answer.h"
#include "app/cli/tl-cli-library.h"
#include "model/base/tl-error.h"
#include "model/base/tl-id.h"
#include "model/questions/tl-like.h"

/* A finding by its id or its number. */
static TlRecord *
find_finding (TlReview    *review,
              const char  *name,
              GError     **error)
{
  TlRecordList *findings = tl_review_get_list (review, "finding");

  for (guint i = 0; i < tl_record_list_get_n (findings); i++)
    {
      TlRecord *finding = tl_record_list_get (findings, i);
      g_autofree char *number = g_strdup_printf ("%d", (int) tl_record_get_int (finding, "number", 0));

      if (strcmp (tl_record_get_id (finding), name) == 0 || strcmp (number, name) == 0)
        return finding;
    }
  g_set_error (error, TL_ERROR, TL_ERROR_NOT_FOUND, _("The review has no finding “%s”."), name);
  return NULL;
}

static void
add_codes (TlReview   *review,
           const char *id,
           GPtrArray  *codes)
{
  g_autoptr (GPtrArray) tags = tl_review_get_referrers (review, id, "tag", "target");

  for (guint i = 0; i < tags->len; i++)
    {
      const char *code = tl_record_get_text (tags->pdata[i], "code");

      if (code != NULL && tl_record_get_text (tags->pdata[i], "verdict") == NULL)
        g_ptr_array_add (codes, (char *) code);
    }
}

/* The codes of a finding and of the factors that it rests on, ended by %NULL. */
static GPtrArray *
list_codes (TlReview *review,
            TlRecord *finding)
{
  GPtrArray *codes = g_ptr_array_new ();
  const char *const *factors = tl_record_get_list (finding, "factors");

  add_codes (review, tl_record_get_id (finding), codes);
  for (guint i = 0; factors != NULL && factors[i] != NULL; i++)
    add_codes (review, factors[i], codes);
  g_ptr_array_add (codes, NULL);
  return codes;
}

static TlAnswer *
ask (TlCliAsking  *asking,
     TlReview     *review,
     const char   *name,
     GError      **error)
{
  TlRecord *finding = find_finding (review, name, error);
  TlRecord *subject = tl_review_get_subject (review);
  const char *key = tl_record_get_text (subject, "learning_key");

  if (finding == NULL)
    return NULL;

  g_autofree char *pseudonym = key != NULL ? tl_id_pseudonym (key, tl_record_get_id (subject)) : NULL;
  g_autoptr (GPtrArray) codes = list_codes (review, finding);
  const TlLikeQuery query = { .population = asking->population, .codes = (const char *const *) codes->pdata,
                              .text = tl_record_get_text (finding, "statement"), .review = pseudonym,
                              .board = tl_record_get_text (subject, "board_pseudonym"),
                              .threshold = (guint) asking->threshold, .internal = asking->internal };

  return tl_library_like (asking->library, &query, NULL, error);
}

TlCliStatus
tl_cli_library_like (TlCli  *cli,
                     int     argc,
                     char  **argv)
{
  g_auto (TlCliAsking) asking = { .library = NULL };
  g_autoptr (GError) error = NULL;

  if (!tl_cli_asking_parse (&asking, cli, &argc, &argv, NULL, 3, 3))
    return TL_CLI_USAGE;

  g_autoptr (TlReview) review = tl_cli_open_review (cli, argv[2], TL_REVIEW_OPEN_READ_ONLY, &error);
  g_autoptr (TlAnswer) answer = review != NULL && tl_cli_asking_open (&asking, argv[1], &error)
                                  ? ask (&asking, review, argv[3], &error)
                                  : NULL;

  return answer != NULL ? tl_cli_answer_print (cli, &asking, answer, "like", "whose") : tl_cli_fail (cli, error);
}
