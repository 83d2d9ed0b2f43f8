/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * throughline-cli library like: earlier findings like one of a review. */
#include "config.h"

#include "app/cli/tl-cli-answer.h"
#include "app/cli/tl-cli-library.h"
#include "model/base/tl-id.h"
#include "model/questions/tl-like-subject.h"

/* A review is a file of its own, or known to the library by its pseudonym. */
static TlLikeSubject *
read_subject (TlCli       *cli,
              TlLibrary   *library,
              const char  *name,
              GError     **error)
{
  if (tl_id_is_valid (name))
    return tl_like_subject_of_record (library, name, error);

  g_autoptr (TlReview) review = tl_cli_open_review (cli, name, TL_REVIEW_OPEN_READ_ONLY, error);

  return review != NULL ? tl_like_subject_of_review (review) : NULL;
}

static TlAnswer *
ask (TlCli              *cli,
     const TlCliAsking  *asking,
     char              **names,
     GError            **error)
{
  g_autoptr (TlLikeSubject) subject = read_subject (cli, asking->library, names[0], error);
  TlLikeQuery query = { .population = asking->population, .threshold = (guint) asking->threshold,
                        .internal = asking->internal };
  guint finding;

  if (subject == NULL || !tl_like_subject_find (subject, names[1], &finding, error))
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

  g_autoptr (TlAnswer) answer = tl_cli_asking_open (&asking, argv[1], &error)
                                  ? ask (cli, &asking, argv + 2, &error)
                                  : NULL;

  return answer != NULL ? tl_cli_answer_print (cli, &asking, answer, "like", "whose") : tl_cli_fail (cli, error);
}
