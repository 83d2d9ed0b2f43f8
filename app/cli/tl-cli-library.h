/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/cli/tl-cli.h"

G_BEGIN_DECLS

TlCliStatus tl_cli_library_dump (TlCli  *cli,
                                 int     argc,
                                 char  **argv);

G_END_DECLS
