import type { Migration } from '@peyvand/platform/server'

export const orderProgress: Migration = {
  id: '20261125T0900-order-progress',
  sql: `
alter table documents add column delivery text check (delivery in ('none', 'partly', 'fully'));
alter table documents add column invoicing text check (invoicing in ('none', 'partly', 'fully'));

-- Orders that were issued before: what issued documents have of their lines, however many stand between. A line is
-- counted once on its way, and never for more than it has.
with recursive carried as (
  select l.tenant_id, l.id as line_id, l.id, l.quantity, false as delivers, false as invoices,
    false as delivered, false as invoiced
  from document_lines l join documents d on d.tenant_id = l.tenant_id and d.id = l.document_id
  where d.kind in ('order', 'purchaseOrder') and d.status in ('issued', 'accepted', 'done')
  union all
  select c.tenant_id, c.line_id, l.id, l.quantity,
    d.kind in ('waybill', 'deliveryReceipt', 'goodsReceipt') and not c.delivered,
    d.kind in ('invoice', 'purchaseInvoice') and not c.invoiced,
    d.kind in ('waybill', 'deliveryReceipt', 'goodsReceipt') or c.delivered,
    d.kind in ('invoice', 'purchaseInvoice') or c.invoiced
  from carried c
  join document_lines l on l.tenant_id = c.tenant_id and l.from_line_id = c.id
  join documents d on d.tenant_id = l.tenant_id and d.id = l.document_id
  where d.status in ('issued', 'accepted', 'done')
), lines as (
  select l.tenant_id, l.document_id, l.quantity, coalesce(p.kind, 'goods') <> 'service' as goes,
    sum(c.quantity) filter (where c.delivers) as delivered, sum(c.quantity) filter (where c.invoices) as invoiced
  from carried c join document_lines l on l.tenant_id = c.tenant_id and l.id = c.line_id
  left join products p on p.tenant_id = l.tenant_id and p.id = l.product_id
  group by l.tenant_id, l.id, l.document_id, l.quantity, p.kind
)
update documents d set
  delivery = of.delivery,
  invoicing = of.invoicing
from (
  select tenant_id, document_id,
    case when bool_or(goes) then case
      when bool_and(coalesce(delivered, 0) >= quantity) filter (where goes)
        then 'fully'
      when count(delivered) filter (where goes) > 0 then 'partly' else 'none' end end as delivery,
    case when bool_and(coalesce(invoiced, 0) >= quantity) then 'fully'
      when count(invoiced) > 0 then 'partly' else 'none' end as invoicing
  from lines group by tenant_id, document_id
) of
where d.tenant_id = of.tenant_id and d.id = of.document_id;
`,
}
