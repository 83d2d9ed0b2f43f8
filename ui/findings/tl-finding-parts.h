/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/fields/tl-part-list.h"

G_BEGIN_DECLS

extern const TlPart tl_finding_part_patterns;
extern const TlPart tl_finding_part_factors;
extern const TlPart tl_finding_part_paths;
extern const TlPart tl_finding_part_figures;

G_END_DECLS
