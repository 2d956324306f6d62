comment on schema public is 'Sanggar: written by the migrations alone; Hibernate only validates it';
