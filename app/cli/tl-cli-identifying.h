/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/cli/tl-cli.h"

G_BEGIN_DECLS

TlCliStatus tl_cli_check_identifying (TlCli      *cli,
                                      TlReview   *review,
                                      const char *tier);

G_END_DECLS
