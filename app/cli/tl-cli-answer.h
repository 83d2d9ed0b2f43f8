/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Printing answers that are lists of counts. */
#pragma once

#include "app/cli/tl-cli-asking.h"
#include "model/questions/tl-answer.h"

G_BEGIN_DECLS

TlCliStatus tl_cli_answer_print (TlCli             *cli,
                                 const TlCliAsking *asking,
                                 const TlAnswer    *answer,
                                 const char        *list,
                                 const char        *keys);

void        tl_cli_add_instances (JsonBuilder       *builder,
                                  const GPtrArray   *instances);

G_END_DECLS
