import { MessageChannel } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { createMapComposer, createSharedComposer, serveOrders } from '#server/sheets/atlas/map-composers.ts';
import { createSheetSpec } from '#tests/support/sheets.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

describe('createSharedComposer', () => {
  const createOrders = () => {
    const spec = createSheetSpec({ paper: 'A4' });
    return ['progress', 'targets', 'measures'].map((map) => ({ spec: { ...spec, map: map as typeof spec.map } }));
  };

  it('gives the maps that one thread alone gives, in their order', async () => {
    const context = createIndicatorContext(createTinyCounty());
    const orders = createOrders();
    const { port1, port2 } = new MessageChannel();
    const served = serveOrders(port2, context);
    const [alone, together] = [
      createMapComposer(orders, context),
      createSharedComposer(orders, { context, port: port1 }),
    ];
    for (const index of orders.keys()) expect(await together.get(index)).toMatchObject(await alone.get(index));
    port1.close();
    await served;
  });

  it('composes itself what it ordered of a thread that is lost', async () => {
    const context = createIndicatorContext(createTinyCounty());
    const orders = createOrders();
    const { port1, port2 } = new MessageChannel();
    const composer = createSharedComposer(orders, { context, port: port1 });
    // two are ordered, the third is made here meanwhile; then nobody is there any more
    const first = composer.get(0);
    port2.close();
    expect(await first).toHaveProperty('sheet');
    for (const index of [1, 2]) expect(await composer.get(index)).toHaveProperty('sheet');
    port1.close();
  });
});
