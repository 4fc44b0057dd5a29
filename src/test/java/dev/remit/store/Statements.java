package dev.remit.store;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** Remembers what Hibernate sends to the database. */
@ApplicationScoped
@PersistenceUnitExtension
public class Statements implements StatementInspector {

    private static final long serialVersionUID = 1L;

    private static final Set<String> SENT = ConcurrentHashMap.newKeySet();

    static void forget() {
        SENT.clear();
    }

    static List<String> sent() {
        return List.copyOf(SENT);
    }

    @Override
    public String inspect(String sql) {
        SENT.add(sql);
        return sql;
    }
}
