package dev.remit.store;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** Remembers what Hibernate sends to the database. */
@ApplicationScoped
@PersistenceUnitExtension
public class Statements implements StatementInspector {

    private static final long serialVersionUID = 1L;

    private static final List<String> SENT = new CopyOnWriteArrayList<>();

    static void forget() {
        SENT.clear();
    }

    static List<String> sent() {
        return SENT.stream().distinct().toList();
    }

    @Override
    public String inspect(String sql) {
        SENT.add(sql);
        return sql;
    }
}
