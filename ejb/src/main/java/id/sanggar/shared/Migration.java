package id.sanggar.shared;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.engine.config.spi.ConfigurationService;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;

/**
 * Brings the database to the schema this build was written for, before Hibernate validates it. Hibernate calls an
 * integrator while it builds the session factory, thus on every deployment; Flyway's own lock lets only one of several
 * nodes migrate.
 */
public class Migration implements Integrator {

    @Override
    public void integrate(Metadata metadata, BootstrapContext bootstrap, SessionFactoryImplementor factory) {
        var settings = factory.getServiceRegistry().requireService(ConfigurationService.class).getSettings();
        Flyway.configure(getClass().getClassLoader())
                .dataSource((DataSource) settings.get(AvailableSettings.JAKARTA_JTA_DATASOURCE))
                .locations("classpath:db/migration")
                .failOnMissingLocations(true)
                // The batch subsystem creates its tables in the same schema, and earlier than we come.
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }

    @Override
    public void disintegrate(SessionFactoryImplementor factory, SessionFactoryServiceRegistry registry) {
        // The schema stays.
    }
}
