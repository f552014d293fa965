import { type Migration, tenantPolicy } from '@peyvand/platform/server'

/** Products on deals and several competitors of one; a deal's own competitor is from now on who it was lost to. */
export const dealLinesTables: Migration = {
  id: '20261124T1000-deal-lines',
  sql: `
alter table deals rename column competitor_id to lost_to_id;
alter table deals rename constraint deals_competitor_id to deals_lost_to_id;
alter index deals_competitor rename to deals_lost_to;
-- Whether the amount is the sum of the lines or typed by hand.
alter table deals add column amount_of_lines boolean not null default false;

create table deal_competitors (
  tenant_id int not null,
  deal_id uuid not null,
  party_id uuid not null,
  -- What they ask for the same, in Rial.
  price bigint check (price >= 0),
  note text,
  position int not null,
  primary key (tenant_id, deal_id, party_id)
);
alter table deal_competitors add constraint deal_competitors_deal_id
  foreign key (tenant_id, deal_id) references deals (tenant_id, id) on delete cascade;
alter table deal_competitors add constraint deal_competitors_party_id
  foreign key (tenant_id, party_id) references parties (tenant_id, id);
create index deal_competitors_party on deal_competitors (tenant_id, party_id, deal_id);
insert into deal_competitors (tenant_id, deal_id, party_id, position)
  select tenant_id, id, lost_to_id, 1 from deals where lost_to_id is not null;
update deals set lost_to_id = null where lost_to_id is not null and outcome <> 'lost';

create table deal_lines (
  tenant_id int not null,
  deal_id uuid not null,
  position int not null,
  product_id uuid not null,
  unit_id uuid not null,
  -- The options chosen, of a product that has some.
  configuration jsonb,
  quantity numeric(18, 6) not null check (quantity > 0),
  -- Of one unit, where somebody typed it; prices are in Rial.
  price_by_hand bigint check (price_by_hand >= 0),
  -- What a person takes off after the rules.
  discount_percent numeric(5, 2) check (discount_percent between 0 and 100),
  -- What the price lists said; null where no list has the product.
  list_price bigint check (list_price >= 0),
  unit_price bigint not null check (unit_price >= 0),
  net bigint not null check (net >= 0),
  needs_approval boolean not null,
  primary key (tenant_id, deal_id, position)
);
alter table deal_lines add constraint deal_lines_deal_id
  foreign key (tenant_id, deal_id) references deals (tenant_id, id) on delete cascade;
alter table deal_lines add constraint deal_lines_product_id
  foreign key (tenant_id, product_id) references products (tenant_id, id);
alter table deal_lines add constraint deal_lines_unit_id
  foreign key (tenant_id, unit_id) references list_values (tenant_id, id);
create index deal_lines_product on deal_lines (tenant_id, product_id);
-- Which closed deals of a period were won against whom.
create index deals_closed on deals (tenant_id, closed_at) where deleted_at is null and closed_at is not null;

${tenantPolicy('deal_competitors', 'deal_lines')}
`,
}
