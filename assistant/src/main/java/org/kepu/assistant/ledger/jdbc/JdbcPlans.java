package org.kepu.assistant.ledger.jdbc;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.kepu.assistant.ledger.Plan;
import org.kepu.assistant.ledger.Plans;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A row a plan. */
public final class JdbcPlans implements Plans {

  private final JdbcClient jdbc;

  public JdbcPlans(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Plan> all() {
    return jdbc.sql("SELECT * FROM plan ORDER BY last_day DESC, id")
        .query(
            (row, number) ->
                new Plan(
                    UUID.fromString(row.getString("id")),
                    row.getString("name"),
                    LocalDate.parse(row.getString("first_day")),
                    LocalDate.parse(row.getString("last_day")),
                    row.getLong("activities"),
                    row.getLong("books"),
                    row.getLong("products"),
                    row.getLong("visits")))
        .list();
  }

  @Override
  public void keep(Plan plan) {
    jdbc.sql(
            """
            INSERT INTO plan (id, name, first_day, last_day, activities, books, products, visits)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET name = excluded.name, first_day = excluded.first_day,
              last_day = excluded.last_day, activities = excluded.activities,
              books = excluded.books, products = excluded.products, visits = excluded.visits
            """)
        .params(
            plan.id().toString(),
            plan.name(),
            plan.first().toString(),
            plan.last().toString(),
            plan.activities(),
            plan.books(),
            plan.products(),
            plan.visits())
        .update();
  }

  @Override
  public void remove(UUID id) {
    jdbc.sql("DELETE FROM plan WHERE id = ?").param(id.toString()).update();
  }
}
