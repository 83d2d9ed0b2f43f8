/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * throughline-cli library like: earlier findings like one of a review. */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/cli/tl-cli-answer.h"
#include "app/cli/tl-cli-library.h"
#include "model/base/tl-error.h"
#include "model/questions/tl-like-subject.h"

/* A finding by its id or its number. */
static gboolean
find_finding (const TlLikeSubject  *subject,
              const char           *name,
              guint                *finding,
              GError              **error)
{
  for (*finding = 0; *finding < subject->findings->len; (*finding)++)
    {
      const TlLikeFinding *at = subject->findings->pdata[*finding];
      g_autofree char *number = g_strdup_printf ("%u", at->number);

      if (strcmp (at->id, name) == 0 || strcmp (number, name) == 0)
        return TRUE;
    }
  g_set_error (error, TL_ERROR, TL_ERROR_NOT_FOUND, _("The review has no finding “%s”."), name);
  return FALSE;
}

static TlAnswer *
ask (TlCliAsking  *asking,
     TlReview     *review,
     const char   *name,
     GError      **error)
{
  g_autoptr (TlLikeSubject) subject = tl_like_subject_of_review (review);
  TlLikeQuery query = { .population = asking->population, .threshold = (guint) asking->threshold,
                        .internal = asking->internal };
  guint finding;

  if (!find_finding (subject, name, &finding, error))
    return NULL;
  tl_like_subject_ask (subject, finding, &query);
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
