/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Chains on a sheet for a report: the flow that the window shows. */
#include "config.h"

#include "model/questions/tl-chart-image-private.h"

#include <glib/gi18n-lib.h>

#include "model/questions/tl-flow-plan.h"

#define LEAST_WIDTH 560.0
#define RIBBON 26.0 /* of the height, for each, so that few cross close together */

/* More than can be followed in a picture; a table has them all. */
#define MAX_RIBBONS 20

static void
paint_flow (const TlChartImage *self,
            TlPaper            *paper)
{
  tl_flow_plan_paint (self->plan, NULL, self->palette, paper);
}

static char *
dup_reading (guint n_drawn,
             guint n)
{
  g_autofree char *first = _tl_chart_image_dup_first (n_drawn, n);

  return g_strconcat (_("Causes stand at the left. Each ribbon is a chain, as thick as the reviews that have it are "
                        "many; one whose number is withheld is only outlined."), first, NULL);
}

/**
 * tl_chart_image_new_of_chains:
 * @chains: chains of codes
 *
 * Returns: (transfer full): a picture with everything that the numbers need
 */
TlChartImage *
tl_chart_image_new_of_chains (const TlChains *chains)
{
  g_return_val_if_fail (chains != NULL, NULL);

  TlFlowPlan *plan = tl_flow_plan_new (chains, MAX_RIBBONS);
  guint n = tl_flow_plan_get_n_ribbons (plan);
  TlLayoutBox room = { 0 };
  double least_width, width, height;

  tl_flow_plan_measure (plan, TL_CHART_IMAGE_FONT, &least_width, &width, &height);
  room.width = MAX (width, LEAST_WIDTH);
  room.height = MAX (height, n * RIBBON);
  tl_flow_plan_lay_out (plan, &room, TL_CHART_IMAGE_FONT, FALSE);

  TlChartImage *self = _tl_chart_image_new (_("Chains of Codes"), g_strjoin (" ", chains->caption, chains->note, NULL),
                                            dup_reading (n, chains->n_chains), room.width, room.height, paint_flow,
                                            chains);

  self->plan = plan;
  self->free_plan = (GDestroyNotify) tl_flow_plan_free;
  return self;
}
